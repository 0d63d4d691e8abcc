import { ConfigurationError } from "../failures/configuration-error.ts";
import { inCode } from "../failures/in-code.ts";
import type { CallInit } from "../options/call-options.ts";
import { type CallSettings, resolveCallSettings } from "../options/call-settings.ts";
import type { Configuration } from "../options/configuration.ts";
import { checkRequestBody } from "../request/check-request-body.ts";
import { createOpenapiFetch, type OpenapiFetch } from "../request/create-openapi-fetch.ts";
import { acceptedMediaTypes, acceptHeader, contentTypeHeader } from "../request/negotiate.ts";
import { callerHeaders } from "../request/request-headers.ts";
import { RequestRecord } from "../request/request-record.ts";
import { serializeBody } from "../request/serialize-body.ts";
import { serializePath } from "../request/serialize-path.ts";
import { serializeQuery } from "../request/serialize-query.ts";
import { type CloseMethods, createCloseMethods } from "../sending/close-methods.ts";
import { type Outcome, type PreparedRequest, send } from "../sending/send.ts";
import { createSender } from "../sending/sender.ts";
import type { ApiDescription, NamedOperation } from "../table/api-description.ts";
import { createDeprecationNotice } from "../watching/create-deprecation-notice.ts";

/**
 * Told to openapi-fetch as every answer: empty, so that it reads nothing. `send` has read the real one, by its declared media
 * type; openapi-fetch would take an empty refusal for `error: undefined`. Not a real Response: on Node, the first touch of that
 * loads the whole of undici (measured: 30 ms).
 */
const alreadyRead = { ok: true, status: 204, headers: { get: () => null } } as unknown as Response;

/**
 * Makes one call: checks it, sends it, reads the answer. Both faces of the client stand on this.
 * @throws ConfigurationError when the call is refused before sending; everything later is in the outcome
 */
export type Call = (operation: NamedOperation, init: CallInit) => Promise<Outcome>;

/** The two ways to make a call, which differ in who puts the URL together. */
export interface Calls {
  /** For operation methods. Also what is refused before sending may be thrown at once. */
  readonly direct: Call;
  /** For openapi-fetch's calls. It builds the URL and drives the call; everything that it must not decide goes in through its public
   * options or past it. It takes a tenth of a call's memory (measured), which is why methods do without. */
  readonly throughOpenapiFetch: Call;
  /** Brings them to their end. */
  readonly closing: CloseMethods;
}

/** Builds the ways to call the API: everything but the URL is the same code, and retry budget and places are shared. */
export function createCalls(api: ApiDescription, configuration: Configuration): Calls {
  const { baseUrl } = configuration;
  const originAndSlash = `${new URL(baseUrl).origin}/`;
  const sender = createSender(api, configuration);
  const noticeDeprecation = createDeprecationNotice(configuration.on.deprecated);
  // Made by the first call that needs it.
  let openapiFetch: OpenapiFetch | undefined;

  const sendTo = (url: string, prepared: PreparedCall): Promise<Outcome> => {
    const { operation, headers, body, signal, accepted, settings } = prepared;
    // What stands before the first slash is the whole origin, whatever follows.
    if (!url.startsWith(originAndSlash)) {
      throw new ConfigurationError("the call's URL leaves the origin of `baseUrl`.", inCode(operation));
    }
    return send({ operation, url, headers, body, signal, accepted }, sender, settings);
  };

  const direct: Call = (operation, init) => {
    const prepared = prepare(operation, init, api, configuration);
    noticeDeprecation(operation, init);
    const { path, query } = prepared;
    return sendTo(baseUrl + path + (query === "" ? "" : `?${query}`), prepared);
  };

  const throughOpenapiFetch: Call = async (operation, init) => {
    const prepared = prepare(operation, init, api, configuration);
    noticeDeprecation(operation, init);
    openapiFetch ??= createOpenapiFetch({
      baseUrl,
      Request: RequestRecord as unknown as typeof Request,
      // Each call brings its own. Without one here, openapi-fetch would take the platform's.
      fetch: () => Promise.resolve(alreadyRead),
    });
    let outcome: Outcome | undefined;
    await openapiFetch.request(operation.method, prepared.path, {
      querySerializer: () => prepared.query,
      fetch: ({ url }: RequestRecord) =>
        sendTo(url, prepared).then((ended) => {
          outcome = ended;
          return alreadyRead;
        }),
    });
    if (outcome === undefined) throw new ConfigurationError("openapi-fetch sent nothing.", inCode(operation));
    return outcome;
  };

  return { direct, throughOpenapiFetch, closing: createCloseMethods(sender.calls, configuration.fetch) };
}

/** A call that passed every check and only lacks its URL. */
interface PreparedCall extends Omit<PreparedRequest, "url"> {
  readonly path: string;
  readonly query: string;
  readonly settings: CallSettings;
}

function prepare(
  operation: NamedOperation,
  init: CallInit,
  api: ApiDescription,
  { preferredMediaTypes, settings, validation }: Configuration,
): PreparedCall {
  checkSignal(init.signal, operation);
  const headers: Record<string, string> = callerHeaders(init, operation, api);
  const accepted = acceptedMediaTypes(operation, preferredMediaTypes, init.accept);
  headers.Accept = acceptHeader(accepted);
  const contentType = contentTypeHeader(operation, init.body, preferredMediaTypes, init.contentType);
  const format = contentType === undefined ? undefined : (api.mediaTypes[contentType] ?? "binary");
  const body = format === undefined ? undefined : serializeBody(init.body, format, operation);
  if (contentType !== undefined && format === "json") {
    checkRequestBody(validation?.checkRequest, operation, contentType, String(body));
  }
  // The platform writes a form's Content-Type itself, because only it knows the boundary.
  if (contentType !== undefined && format !== "form-data") headers["Content-Type"] = contentType;
  return {
    path: serializePath(operation, init.path),
    query: serializeQuery(operation, init.query),
    settings: resolveCallSettings(settings, init, "call", operation),
    operation,
    headers,
    body,
    signal: init.signal,
    accepted,
  };
}

/** By shape: the AbortSignal of another realm, or of a package, is no instance of the platform's. */
function checkSignal(signal: unknown, operation: NamedOperation): void {
  if (signal === undefined) return;
  const fits =
    typeof signal === "object" && signal !== null && "aborted" in signal && "addEventListener" in signal;
  if (!fits) throw new ConfigurationError("`signal` must be an AbortSignal.", inCode(operation));
}
