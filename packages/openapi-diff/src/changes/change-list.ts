import { createHash } from "node:crypto";
import { bumps, largestBump } from "./bump.ts";
import type { SpecChange, SpecDiff } from "./spec-change.ts";

/** A change that was found, for one operation or for none. */
export type FoundChange = Omit<SpecChange, "operationId" | "fingerprint" | "location">;

/** Collects changes. A change that several operations share is listed once, with their names. */
export class ChangeList {
  readonly #found = new Map<string, { readonly change: FoundChange; readonly operations: Set<string> }>();

  add(change: FoundChange, operation?: string): void {
    const key = JSON.stringify([change.pointer, change.direction, change.message]);
    const entry = this.#found.get(key) ?? { change, operations: new Set() };
    this.#found.set(key, entry);
    if (operation !== undefined) entry.operations.add(operation);
  }

  toDiff(): SpecDiff {
    const changes = [...this.#found.values()].map(({ change, operations }) => named(change, [...operations]));
    changes.sort(
      (a, b) =>
        bumps.indexOf(b.bump) - bumps.indexOf(a.bump) ||
        a.pointer.localeCompare(b.pointer, "en") ||
        (a.direction ?? "").localeCompare(b.direction ?? "", "en"),
    );
    return { bump: largestBump(changes.map(({ bump }) => bump)), changes };
  }
}

function named(change: FoundChange, operations: readonly string[]): SpecChange {
  const [only, ...others] = operations;
  const { pointer, direction, bump, breaks = [], message } = change;
  const shown = operations.slice(0, 4).map((name) => `\`${name}\``);
  const more = operations.length > 4 ? [`and ${operations.length - 4} more`] : [];
  const told = others.length > 0 ? `${message} (${[...shown, ...more].join(", ")})` : message;
  // The fingerprint excludes the pointer, so that it stays the same when a document is rearranged.
  const identity = JSON.stringify([direction, operations, message]);
  return {
    pointer,
    ...(only !== undefined && others.length === 0 ? { operationId: only } : {}),
    ...(direction === undefined ? {} : { direction }),
    bump,
    ...(breaks.length === 0 ? {} : { breaks }),
    message: told,
    fingerprint: createHash("sha256").update(identity).digest("hex").slice(0, 12),
  };
}
