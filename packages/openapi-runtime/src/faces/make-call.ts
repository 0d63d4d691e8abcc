import type { CallInit } from "../options/call-options.ts";
import type { OpenapiFetch } from "../request/call-url.ts";
import type { Outcome } from "../sending/outcome.ts";
import type { NamedOperation } from "../table/api-description.ts";

/**
 * Makes one call: checks it, sends it and reads the response. Both faces of the client use it.
 * @param openapiFetch - builds the URL when it is passed
 * @throws Refusal when the call is refused before sending; later failures are in the outcome
 */
export type MakeCall = (
  operation: NamedOperation,
  init: CallInit,
  openapiFetch?: OpenapiFetch,
) => Promise<Outcome>;
