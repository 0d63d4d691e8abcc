import type { CallInit } from "../options/call-options.ts";
import type { OpenapiFetch } from "../request/call-url.ts";
import type { Outcome } from "../sending/outcome.ts";
import type { NamedOperation } from "../table/api-description.ts";

/**
 * Makes one call: checks it, sends it, reads the answer. Both faces of the client stand on this.
 * @param openapiFetch - builds the URL when it is given
 * @throws Refusal when the call is refused before sending; everything later is in the outcome
 */
export type MakeCall = (
  operation: NamedOperation,
  init: CallInit,
  openapiFetch?: OpenapiFetch,
) => Promise<Outcome>;
