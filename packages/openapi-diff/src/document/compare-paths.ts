import { addressOf, childPointer, type EffectiveOperation, effectiveOperations } from "@np6/openapi-document";
import { compareOperation } from "../operations/compare-operation.ts";
import { breaking, type Comparison, major, minor } from "../operations/comparison.ts";
import type { Side } from "../schemas/side.ts";

/** Compares the operations that clients call, by method and path; names of path parameters are ignored. */
export function comparePaths(comparison: Comparison): void {
  const operationsOf = (side: Side): Operations => ({
    side,
    operations: effectiveOperations(side.document, "paths"),
  });
  const [old, now] = [operationsOf(comparison.base), operationsOf(comparison.head)];
  const known = new Map(now.operations.map((operation) => [addressOf(operation), operation]));
  const same = new Set<EffectiveOperation>();
  for (const before of old.operations) {
    const after = known.get(addressOf(before));
    if (after === undefined || same.has(after)) continue;
    same.add(before);
    same.add(after);
    const [was, name] = [nameOf(old.side, before), nameOf(now.side, after)];
    const isNamed = (operation: EffectiveOperation) => operation.operation.operationId !== undefined;
    if (was !== name || isNamed(before) !== isNamed(after)) tellName(comparison, before, after, was, name);
    if (before.path !== after.path) {
      const message = `\`${before.path}\` is now called \`${after.path}\`.`;
      comparison.tell(after.pathPointer, major("types"), message, { operation: name });
    }
    compareOperation(comparison, { name: was, old: before, now: after, turned: false });
  }
  tellUnpaired(comparison, old, same, "gone");
  tellUnpaired(comparison, now, same, "new");
}

interface Operations {
  readonly side: Side;
  readonly operations: readonly EffectiveOperation[];
}

function nameOf(side: Side, { method, path }: EffectiveOperation): string {
  return side.operationName(method, path) ?? `${method} ${path}`;
}

/** Reports a changed name, because methods of the client are named after operations, even those without operationId. */
function tellName(
  comparison: Comparison,
  before: EffectiveOperation,
  after: EffectiveOperation,
  was: string,
  name: string,
): void {
  const at = after.operation.operationId === undefined ? before : after;
  const pointer = childPointer(at.operationPointer, "operationId");
  const message =
    was === name
      ? `\`${name}\` has no operationId any more; its name is derived from method and path now, and follows them.`
      : `\`${was}\` is called \`${name}\` now; rename the calls.`;
  // If another operation now has the old name, old calls compile but call that operation.
  const isTaken = was !== name && Object.hasOwn(comparison.head.table.operations, was);
  // While the derived name equals the old one, nothing breaks yet.
  const verdict = was === name ? major() : isTaken ? breaking : major("types");
  comparison.tell(pointer, verdict, message, { operation: was });
}

/** Reports operations of one document only; a path is reported as a whole if all of its operations are. */
function tellUnpaired(
  comparison: Comparison,
  { side, operations }: Operations,
  paired: ReadonlySet<EffectiveOperation>,
  what: "gone" | "new",
): void {
  for (const operation of operations) {
    if (paired.has(operation)) continue;
    const { method, path, pathPointer, operationPointer } = operation;
    const isWhole = operations.every((other) => other.path !== path || !paired.has(other));
    const name = nameOf(side, operation);
    const called = isWhole ? `Path \`${path}\`` : what === "gone" ? `\`${method} ${path}\`` : `\`${name}\``;
    const pointer = isWhole ? pathPointer : operationPointer;
    const message = `${called} ${what === "new" ? "is new" : "was removed"}.`;
    comparison.tell(pointer, what === "new" ? minor : breaking, message, { operation: name });
  }
}
