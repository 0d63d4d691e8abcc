import { type EffectiveOperation, effectiveOperations } from "@np6/openapi-document";
import { compareOperation } from "../operations/compare-operation.ts";
import { breaking, type Comparison, minor } from "../operations/comparison.ts";

/** Compares webhooks: the consumer reads their requests and writes their responses. */
export function compareWebhooks(comparison: Comparison): void {
  const [old, now] = [comparison.base, comparison.head].map(
    ({ document }) =>
      new Map(effectiveOperations(document, "webhooks").map((operation) => [keyOf(operation), operation])),
  );
  for (const [key, before] of old ?? []) {
    const after = now?.get(key);
    if (after !== undefined)
      compareOperation(comparison, { name: undefined, old: before, now: after, turned: true });
    else {
      const message = `The webhook \`${key}\` was removed: nobody is told any more.`;
      comparison.tell(before.operationPointer, breaking, message, { direction: "response" });
    }
  }
  for (const [key, { operationPointer }] of now ?? []) {
    if (old?.has(key)) continue;
    comparison.tell(operationPointer, minor, `The webhook \`${key}\` is new.`, { direction: "response" });
  }
}

function keyOf({ method, path }: EffectiveOperation): string {
  return `${method} ${path}`;
}
