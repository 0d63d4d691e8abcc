import type { JSX } from "preact";
import type { ClientReaction } from "../client/client-reaction.ts";

interface ReactionProps {
  readonly reaction: ClientReaction;
}

/** The failure that the client throws: its class and kind. */
export function FailureName({ reaction }: ReactionProps): JSX.Element {
  return (
    <>
      <code>{reaction.name}</code>, kind <code>{reaction.kind}</code>
    </>
  );
}

/** Whether the call may have run, as the failure says, and whether the client sends it again by itself. */
export function Outcome({ reaction }: ReactionProps): JSX.Element {
  return (
    <>
      <code>outcomeUnknown</code> {reaction.outcomeUnknown ? <strong class="unknown">true</strong> : "false"},{" "}
      {reaction.sentAgain ? "sent again" : "not sent again"}
    </>
  );
}
