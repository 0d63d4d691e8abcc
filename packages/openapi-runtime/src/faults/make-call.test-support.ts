import type { Failure } from "../failures/failure.ts";
import type { CallRetryOptions } from "../options/call-settings.ts";
import type { ExampleClient } from "../testing/example-client.test-support.ts";
import { exampleFailures } from "../testing/example-failures.test-support.ts";

const { isFailure } = exampleFailures;

export const faultMethods = ["GET", "POST"] as const;
export type FaultMethod = (typeof faultMethods)[number];

/** The client's two faces: a method per operation, and openapi-fetch's call by path. */
export const faces = ["by operation", "by path"] as const;
export type Face = (typeof faces)[number];

/** Options of every call of the suite. */
export interface CallOptions {
  readonly signal: AbortSignal;
  readonly attemptTimeoutMs: number;
  readonly deadlineMs: number;
  readonly retry: CallRetryOptions;
}

/** The end of a call: data, a failure of the client, or an error that the client must never throw. */
export type Ending =
  | { readonly kind: "data"; readonly data: unknown }
  | { readonly kind: "failure"; readonly failure: Failure }
  | { readonly kind: "stranger"; readonly stranger: unknown };

/** Calls the example API once through one of the faces. */
export async function makeCall(
  { byOperation, byPath }: ExampleClient,
  method: FaultMethod,
  face: Face,
  options: CallOptions,
): Promise<Ending> {
  const path = { id: 1 };
  try {
    if (face === "by operation") {
      const call =
        method === "GET" ? byOperation.listThings(options) : byOperation.runThing({ path, ...options });
      return { kind: "data", data: await call };
    }
    const call =
      method === "GET"
        ? byPath.GET("/things", options)
        : byPath.POST("/things/{id}/run", { params: { path }, ...options });
    const { data, error } = await call;
    if (error === undefined) return { kind: "data", data };
    return isFailure(error) ? { kind: "failure", failure: error } : { kind: "stranger", stranger: error };
  } catch (error) {
    return isFailure(error) ? { kind: "failure", failure: error } : { kind: "stranger", stranger: error };
  }
}
