import type { ObserveAnswer } from "../read/reference-answers.ts";
import { observeCall } from "./observe-call.ts";

/** Observes the client's failure after a documented error response. */
export const observeAnswer: ObserveAnswer = (operation, status, body) => {
  const headers = body === undefined ? {} : { "content-type": body.mediaType };
  const text = body === undefined ? null : JSON.stringify(body.value);
  return observeCall(operation, async () => new Response(text, { status, headers }));
};
