import type { ClientReaction } from "../client/client-reaction.ts";
import { code } from "../markdown/inline.ts";

/** Formats the class and kind of the client's failure. */
export function failureName({ name, kind }: ClientReaction): string {
  return `${code(name)}, kind ${code(kind)}`;
}

/** Formats whether the call may have run, and whether the client sends it again. */
export function outcome({ outcomeUnknown, sentAgain }: ClientReaction): string {
  return `${code("outcomeUnknown")} ${outcomeUnknown ? "**true**" : "false"}, ${sentAgain ? "sent again" : "not sent again"}`;
}
