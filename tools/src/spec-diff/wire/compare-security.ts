import { isDeepStrictEqual } from "node:util";
import type { FoundChange } from "../found-change.ts";
import { isRecord } from "../is-record.ts";
import { childPointer, valueAt } from "../json-pointer.ts";
import { operationPointer } from "../operation-pointer.ts";
import type { NamedOperation, OperationPair } from "../pair-operations.ts";
import type { ReadSpec } from "../read-spec.ts";

/** Scopes by security scheme; without any, the operation is public. */
type Requirement = Readonly<Record<string, readonly string[]>>;

/**
 * Compares what an operation demands, wherever it is written: in the operation or for the whole document. A client
 * authenticates by the first requirement that it can satisfy.
 */
export function compareSecurity(
  { base: old, head: now }: OperationPair,
  base: ReadSpec,
  head: ReadSpec,
): FoundChange[] {
  const [before, after] = [effective(base.document, old), effective(head.document, now)];
  if (isDeepStrictEqual(before.requirements, after.requirements)) return [];
  // Said for the whole document, it is one change, not one of each operation.
  const change =
    before.own === undefined && after.own === undefined
      ? { base: "#/security", head: "#/security" }
      : { base: before.own, head: after.own, operationId: now.name };
  if (!isDeepStrictEqual(old.security, now.security)) {
    const less = now.security.every((scheme) => old.security.includes(scheme));
    const message = `Calls authenticate with ${list(now.security)}; they did with ${list(old.security)}.`;
    return [{ ...change, bump: less ? "minor" : "major", message }];
  }
  const refused = before.requirements.find(
    (known) => !after.requirements.some((other) => suffices(known, other)),
  );
  if (refused !== undefined) {
    const message = `${describe(refused)} is not enough any more; accepted: ${after.requirements.map(describe).join(" or ")}.`;
    return [{ ...change, bump: "major", message }];
  }
  const message = `Also accepted for authentication: ${after.requirements
    .filter((other) => !before.requirements.some((known) => isDeepStrictEqual(known, other)))
    .map(describe)
    .join(" or ")}.`;
  return [
    {
      ...change,
      bump: before.requirements.length === after.requirements.length ? "patch" : "minor",
      message,
    },
  ];
}

/** What holds for an operation, and where it is written when the operation says it itself. */
function effective(
  document: object,
  operation: NamedOperation,
): { requirements: Requirement[]; own: string | undefined } {
  const pointer = childPointer(operationPointer(document, operation), "security");
  const own = valueAt(document, pointer) === undefined ? undefined : pointer;
  const written = valueAt(document, own ?? "#/security");
  const requirements = (Array.isArray(written) ? written : []).filter(isRecord) as Requirement[];
  return { requirements: requirements.length === 0 ? [{}] : requirements, own };
}

/** Whether who satisfies one requirement satisfies the other too. */
function suffices(known: Requirement, other: Requirement): boolean {
  return Object.entries(other).every(
    ([scheme, scopes]) =>
      scopes.every((scope) => known[scheme]?.includes(scope)) && known[scheme] !== undefined,
  );
}

function describe(requirement: Requirement): string {
  const schemes = Object.entries(requirement).map(([scheme, scopes]) =>
    scopes.length === 0
      ? `\`${scheme}\``
      : `\`${scheme}\` with ${scopes.map((scope) => `\`${scope}\``).join(", ")}`,
  );
  return schemes.length === 0 ? "nothing" : schemes.join(" and ");
}

function list(schemes: readonly string[]): string {
  return schemes.length === 0 ? "nothing" : schemes.map((scheme) => `\`${scheme}\``).join(" and ");
}
