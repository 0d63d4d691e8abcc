import type { ClientReaction } from "../client/client-reaction.ts";
import type { FailureCause } from "../client/failure-causes.ts";
import type { ReferenceOperation } from "./read-reference.ts";
import { statusTitle } from "./status-title.ts";

/** The client's failure for a cause, by idempotence of the operation; undefined if there is no such operation. */
export interface FailureRow {
  readonly title: string;
  /** Name of the shared response with more details. */
  readonly refusal?: string | undefined;
  readonly whenIdempotent: ClientReaction | undefined;
  readonly otherwise: ClientReaction | undefined;
}

/**
 * Collects the client's failures for every documented error response. It then observes those for further causes, with
 * one idempotent operation and another one.
 * @throws Error when a call does not fail as expected
 */
export async function readFailures(
  operations: readonly ReferenceOperation[],
  causes: readonly FailureCause[],
): Promise<readonly FailureRow[]> {
  const idempotent = operations.find(({ call }) => call.idempotent)?.call;
  const other = operations.find(({ call }) => !call.idempotent)?.call;
  const further = causes.map(async ({ title, observe }) => ({
    title,
    whenIdempotent: idempotent && (await observe(idempotent)),
    otherwise: other && (await observe(other)),
  }));
  return [...documentedRefusals(operations), ...(await Promise.all(further))];
}

function documentedRefusals(operations: readonly ReferenceOperation[]): FailureRow[] {
  const refusals = operations.flatMap(({ call, answers }) =>
    answers.filter(({ reaction }) => reaction !== undefined).map((answer) => ({ ...answer, ...call })),
  );
  const statuses = [...new Set(refusals.map(({ status }) => status))].sort();
  return statuses.map((status) => {
    const ofStatus = refusals.filter((refusal) => refusal.status === status);
    return {
      title: statusTitle(status),
      refusal: ofStatus[0]?.shared,
      whenIdempotent: ofStatus.find((refusal) => refusal.idempotent)?.reaction,
      otherwise: ofStatus.find((refusal) => !refusal.idempotent)?.reaction,
    };
  });
}
