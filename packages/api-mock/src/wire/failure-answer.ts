import type { Answer } from "./answer.ts";
import { refusalAnswer } from "./refusal.ts";

/**
 * Makes the response when Prism sent none.
 *
 * @param ending how Prism ended; undefined while it runs
 */
export function failureAnswer(ending: string | undefined, error: unknown): Answer {
  const reason = error instanceof Error ? error.message : String(error);
  const detail =
    ending === undefined
      ? `Prism, the server behind the mock, ended on this request, twice (${reason}). It is started again for other requests. Report this to the mock's maintainers.`
      : `Prism, the server behind the mock, has ended (${ending}). Start the mock again.`;
  return refusalAnswer({ status: 502, detail }, "failed");
}
