import { type EffectiveOperation, type Requirement, sameJson, suffices } from "@np6/openapi-document";
import type { Side } from "../schemas/side.ts";
import { type Comparison, major, minor, type OperationPair, patch, type Verdict } from "./comparison.ts";

/**
 * Compares the security of an operation, declared by the operation or the document. A client authenticates by the first
 * requirement that it can satisfy.
 */
export function compareSecurity(comparison: Comparison, { name, old, now }: OperationPair): void {
  const [before, after] = [old.security, now.security];
  if (sameSets(before, after, true)) return;
  // A change of the document's security is reported once, not for each operation.
  const isShared = old.ownSecurity === undefined && now.ownSecurity === undefined;
  const pointer = isShared ? "#/security" : (now.ownSecurity ?? old.ownSecurity ?? "#/security");
  const operation = isShared ? undefined : name;
  const tell = (verdict: Verdict, message: string) =>
    comparison.tell(pointer, verdict, message, { operation });
  const accepted = after.map(describe).join(" or ");
  if (sameSets(before, after, false)) {
    tell(patch, `The ways to authenticate are listed in another order: ${accepted}.`);
    return;
  }
  const schemesOf = (side: Side, { method, path }: EffectiveOperation): readonly string[] =>
    side.table.operations[side.operationName(method, path) ?? ""]?.security ?? [];
  const [used, uses] = [schemesOf(comparison.base, old), schemesOf(comparison.head, now)];
  const refused = before.find((known) => !after.some((other) => suffices(known, other)));
  if (!sameJson(used, uses)) {
    const verdict = refused === undefined ? minor : major("wire");
    tell(verdict, `Calls authenticate with ${list(uses)}; they did with ${list(used)}.`);
  } else if (refused !== undefined) {
    tell(major("wire"), `${describe(refused)} is not enough any more; accepted: ${accepted}.`);
  } else {
    const added = after.filter((other) => !before.some((known) => sameRequirement(known, other)));
    const gone = before.filter((known) => !after.some((other) => sameRequirement(known, other)));
    const [come, left] = [added, gone].map((all) => all.map(describe).join(" or "));
    if (added.length > 0) tell(minor, `Also accepted for authentication: ${come}.`);
    else tell(patch, `No longer listed for authentication, since less is enough: ${left}.`);
  }
}

function sameSets(before: readonly Requirement[], after: readonly Requirement[], inOrder: boolean): boolean {
  if (before.length !== after.length) return false;
  return before.every((known, index) =>
    inOrder
      ? sameRequirement(known, after[index] ?? {})
      : after.some((other) => sameRequirement(known, other)),
  );
}

function sameRequirement(one: Requirement, other: Requirement): boolean {
  return suffices(one, other) && suffices(other, one);
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
