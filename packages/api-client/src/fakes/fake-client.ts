import { createClient, type Np6Client } from "@np6/api-client";
import type { CallPromise, OperationTypes } from "@np6/api-types/methods";
import type { CommonCallOptions } from "@np6/openapi-runtime";
import { api } from "../generated/operations.gen.ts";

type OperationId = keyof OperationTypes;
type Input<Id extends OperationId> = OperationTypes[Id]["input"] & CommonCallOptions;
type Result<Id extends OperationId> = OperationTypes[Id]["result"];

/** Results of the fake by operation: data, or a function of the call's input that returns data or throws a failure. */
export type FakeAnswers = {
  readonly [Id in OperationId]?: Result<Id> | ((input: Input<Id>) => Result<Id> | Promise<Result<Id>>);
};

/** A call of the fake. */
export interface FakeCall {
  readonly operationId: OperationId;
  readonly input: unknown;
}

/** A client for unit tests, with a record of its calls. */
export type FakeClient = {
  readonly [Id in OperationId]: (
    ...input: object extends Input<Id> ? [input?: Input<Id>] : [input: Input<Id>]
  ) => CallPromise<Result<Id>>;
} & Pick<Np6Client, "dryRun" | "close"> & { readonly calls: readonly FakeCall[] };

/**
 * Makes a client that sends nothing. It checks each call like the real client, records it in `calls`, and returns your
 * result. An operation without a result rejects with an error that names the missing one.
 *
 * @param answers results by operation. To simulate a failure, throw a `fakeFailure` from a function
 * @example
 * const np6 = createFakeClient({ executeWorkflow: { type: "success" } });
 */
export function createFakeClient(answers: FakeAnswers = {}): FakeClient {
  for (const name of Object.keys(answers)) {
    if (Object.hasOwn(api.operations, name)) continue;
    const names = Object.keys(api.operations).join(", ");
    throw new TypeError(`createFakeClient: the API has no operation \`${name}\`; it has: ${names}.`);
  }
  const calls: FakeCall[] = [];
  const { dryRun, close } = createClient({
    apiKey: "a-fake-key",
    baseUrl: "https://fake.invalid",
    fetch: () => Promise.reject(new Error("A fake client sends nothing.")),
  });
  const answer = async (operationId: OperationId, input: unknown): Promise<unknown> => {
    await (dryRun[operationId] as (input: unknown) => Promise<unknown>)(input);
    calls.push({ operationId, input });
    if (!Object.hasOwn(answers, operationId)) {
      throw new TypeError(
        `The fake client has no answer for \`${operationId}\`; pass one to createFakeClient.`,
      );
    }
    const defined = answers[operationId] as unknown;
    return typeof defined === "function" ? await defined(input) : defined;
  };
  const methods = Object.keys(api.operations).map((name) => {
    const method = (input: unknown = {}) => {
      const data = answer(name as OperationId, input);
      const withResponse = async () => {
        data.catch(() => undefined);
        const response = { status: 200, headers: new Headers() };
        return { data: await data, response, requestId: "fake-request", rateLimit: undefined };
      };
      return Object.assign(data, { withResponse });
    };
    return [name, method];
  });
  return { ...Object.fromEntries(methods), dryRun, close, calls } as FakeClient;
}
