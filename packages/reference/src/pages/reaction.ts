import type { ClientReaction } from "../client/client-reaction.ts";
import { code } from "../markdown/inline.ts";

/** The failure that the client throws: its class and kind. */
export function failureName({ name, kind }: ClientReaction): string {
  return `${code(name)}, kind ${code(kind)}`;
}

/** Whether the call may have run, as the failure says, and whether the client sends it again by itself. */
export function outcome({ outcomeUnknown, sentAgain }: ClientReaction): string {
  return `${code("outcomeUnknown")} ${outcomeUnknown ? "**true**" : "false"}, ${sentAgain ? "sent again" : "not sent again"}`;
}
