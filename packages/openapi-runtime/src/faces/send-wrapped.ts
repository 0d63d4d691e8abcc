import { inCode, Refusal } from "../failures/refusal.ts";
import type { Wrap } from "../options/configuration.ts";
import type { Call } from "../sending/call.ts";
import type { Outcome } from "../sending/outcome.ts";
import { send } from "../sending/send.ts";

/**
 * Sends a call inside the caller's wrapper. The call is sent at most once, however often the wrapper runs it. Its
 * outcome counts: an error of the wrapper after a sent mail must not become a failure of the call.
 * @throws Refusal when the wrapper does not run the call
 */
export async function sendWrapped(call: Call, wrap: Wrap): Promise<Outcome> {
  let sent: Promise<Outcome> | undefined;
  const run = async (): Promise<void> => {
    sent ??= send(call);
    const { error } = await sent;
    if (error !== undefined) throw error;
  };
  let problem: { readonly cause: unknown } | undefined;
  try {
    await wrap(call.names, run);
  } catch (cause) {
    problem = { cause };
  }
  if (sent !== undefined) return sent;
  const message =
    problem === undefined
      ? "the client's `wrap` function did not run the call."
      : "the client's `wrap` function failed before it ran the call; see `cause`.";
  throw new Refusal(message, inCode(call.context), problem?.cause);
}
