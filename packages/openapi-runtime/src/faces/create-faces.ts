import type { Failures } from "../failures/create-failures.ts";
import { inCode, Refusal } from "../failures/refusal.ts";
import { TimeLimit } from "../limits/time-limit.ts";
import { type ApiNames, type ClientOptions, resolveConfiguration } from "../options/configuration.ts";
import type { OpenapiFetch } from "../request/call-url.ts";
import { dryRunOf } from "../request/dry-run.ts";
import { type PreparedRequest, prepareRequest } from "../request/prepare-request.ts";
import { callerHeaders } from "../request/request-headers.ts";
import { Call } from "../sending/call.ts";
import { type CloseMethods, createCloseMethods } from "../sending/close-methods.ts";
import type { Outcome } from "../sending/outcome.ts";
import { send } from "../sending/send.ts";
import { createSender } from "../sending/sender.ts";
import type { NamedOperation } from "../table/api-description.ts";
import { createDeprecationNotice } from "../watching/create-deprecation-notice.ts";
import type { MakeCall } from "./make-call.ts";
import { createOperationMethods, type DryRunMethods } from "./operation-methods.ts";
import { createPathMethods } from "./path-methods.ts";
import { sendWrapped } from "./send-wrapped.ts";

/** The parts of a client that belong to one API. */
export interface ClientDefinition extends ApiNames {
  /** The client's failure classes, see `createFailures`. */
  readonly failures: Failures;
}

/** The parts of a client. */
export interface Faces<ByOperation, ByPath> {
  readonly byOperation: ByOperation;
  readonly byPath: ByPath;
  /** A method per operation that checks a call and returns the request without sending it. */
  readonly dryRun: DryRunMethods<ByOperation>;
  readonly closing: CloseMethods;
}

/**
 * Makes both faces of a client, and the methods that close it.
 * @throws ConfigurationError of the client when an option is missing or invalid; the message never contains the key
 */
export function createFaces<ByOperation, ByPath>(
  definition: ClientDefinition,
  options: ClientOptions,
): Faces<ByOperation, ByPath> {
  const { api, failures } = definition;
  try {
    const configuration = resolveConfiguration(options, definition);
    // A function returns its headers per call, so they are checked then.
    if (typeof configuration.headers !== "function") callerHeaders({}, undefined, api, configuration.headers);
    const sender = createSender(api, failures, configuration);
    const noticeDeprecation = createDeprecationNotice(configuration.on.deprecated);
    const makeCall: MakeCall = (operation, init, openapiFetch) => {
      const request = prepared(operation, init, api, configuration, openapiFetch);
      noticeDeprecation(operation, init);
      const call = new Call(request, sender);
      return configuration.wrap === undefined ? send(call) : sendWrapped(call, configuration.wrap);
    };
    let openapiFetch: OpenapiFetch | undefined;
    const throughOpenapiFetch: MakeCall = async (operation, init) => {
      if (openapiFetch !== undefined) return makeCall(operation, init, openapiFetch);
      const loading = new TimeLimit("queueTimeoutMs", Number.POSITIVE_INFINITY, undefined);
      sender.calls.queue(loading);
      openapiFetch = await loadOpenapiFetch(operation).finally(() => sender.calls.unqueue(loading));
      const outcome = await makeCall(operation, init, openapiFetch);
      if (loading.reason === "closed") sender.calls.count(outcome.error, true);
      return outcome;
    };
    // openapi-fetch calls these two serializers.
    const { querySerializer, pathSerializer } = configuration.serializers;
    const byMethod = (querySerializer ?? pathSerializer) === undefined ? makeCall : throughOpenapiFetch;
    const describeCall: MakeCall = async (operation, init) => {
      const builder = byMethod === makeCall ? undefined : await loadOpenapiFetch(operation);
      const data = dryRunOf(prepared(operation, init, api, configuration, builder));
      return { data } as Outcome;
    };
    return {
      byOperation: createOperationMethods<ByOperation>(api, failures, byMethod),
      dryRun: createOperationMethods<DryRunMethods<ByOperation>>(api, failures, describeCall),
      byPath: createPathMethods<ByPath>(api, failures, throughOpenapiFetch),
      closing: createCloseMethods(sender.calls, configuration.fetch, failures),
    };
  } catch (refusal) {
    throw failures.outward(refusal);
  }
}

/**
 * Makes a client: a method per operation, openapi-fetch's calls by method and path, `dryRun` and `close`.
 * @typeParam Client - type of the client, by the document that the table is generated from
 * @throws ConfigurationError of the client when an option is missing or invalid; the message never contains the key
 */
export function createApiClient<Client extends CloseMethods>(
  definition: ClientDefinition,
  options: ClientOptions,
): Client {
  const { byOperation, byPath, dryRun, closing } = createFaces<Client, Client>(definition, options);
  return { ...byOperation, ...byPath, ...closing, dryRun };
}

/** Prepares a request. @throws Refusal with the call's context */
function prepared(...[operation, init, ...others]: Parameters<typeof prepareRequest>): PreparedRequest {
  try {
    return prepareRequest(operation, init, ...others);
  } catch (thrown) {
    const { context } = init;
    if (!(thrown instanceof Refusal) || context === undefined) throw thrown;
    const { message, cause, problems } = thrown;
    throw new Refusal(message, { ...thrown.context, context }, cause, problems);
  }
}

/** Loads openapi-fetch for the first call that needs it. The platform caches the module. */
async function loadOpenapiFetch(operation: NamedOperation): Promise<OpenapiFetch> {
  try {
    return await import("openapi-fetch");
  } catch (cause) {
    throw new Refusal("openapi-fetch cannot be loaded; see `cause`.", inCode(operation), cause);
  }
}
