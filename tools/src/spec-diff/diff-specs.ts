import { bumps, largestBump } from "./bump.ts";
import type { FoundChange } from "./found-change.ts";
import { pointerTokens } from "./json-pointer.ts";
import { mergeChanges } from "./merge-changes.ts";
import { pairOperations } from "./pair-operations.ts";
import { type ReadSpec, readSpec } from "./read-spec.ts";
import { judgeByRedocly } from "./redocly/judge-by-redocly.ts";
import type { SpecChange, SpecDiff } from "./spec-change.ts";
import { judgeTypes } from "./types/judge-types.ts";
import { judgeWire } from "./wire/judge-wire.ts";

/**
 * Tells what changed between two OpenAPI documents, for whom, and which bump it deserves: the largest of what
 * `redocly diff`, the generated types and the operation table say.
 * @param baseFile - path of the old document, in one file or many
 * @param headFile - path of the new one
 * @throws CodegenError when one of them cannot be read as OpenAPI 3.0 or 3.1
 */
export async function diffSpecs(baseFile: string, headFile: string): Promise<SpecDiff> {
  const [base, head] = [await readSpec(baseFile), await readSpec(headFile)];
  const pairs = pairOperations(base.table, head.table);
  const asked = judgeByRedocly(base, head);
  const [types, wire] = [judgeTypes(base, head, pairs), judgeWire(base, head, pairs)];
  const changes = mergeChanges([...(await asked), ...types, ...wire]).map((change) =>
    publicChange(change, base, head),
  );
  const sorted = changes.toSorted(
    (a, b) => bumps.indexOf(b.bump) - bumps.indexOf(a.bump) || a.pointer.localeCompare(b.pointer, "en"),
  );
  return { bump: largestBump(changes.map(({ bump }) => bump)), changes: sorted };
}

function publicChange(change: FoundChange, base: ReadSpec, head: ReadSpec): SpecChange {
  const { direction, bump, message } = change;
  const operations = concerned(change, base, head);
  const [only] = operations;
  return {
    pointer: change.head ?? change.base ?? "#",
    ...(only !== undefined && operations.length === 1 ? { operationId: only } : {}),
    ...(direction === undefined ? {} : { direction }),
    bump,
    message: operations.length > 1 ? `${message} (${some(operations)})` : message,
  };
}

function concerned(change: FoundChange, base: ReadSpec, head: ReadSpec): string[] {
  for (const [spec, pointer] of [
    [base, change.base],
    [head, change.head],
  ] as const) {
    if (pointer === undefined) continue;
    const uses = spec
      .findUses(pointer)
      .filter(({ direction }) => direction === (change.direction ?? direction));
    const names = change.direction === undefined ? [] : uses.flatMap(({ operationId }) => operationId ?? []);
    if (names.length > 0) return [...new Set(names)];
    const own = operationAt(spec, pointer);
    if (own !== undefined) return [own];
  }
  return change.operationId === undefined ? [] : [change.operationId];
}

function operationAt({ table }: ReadSpec, pointer: string): string | undefined {
  const [section, path, method] = pointerTokens(pointer);
  if (section !== "paths") return undefined;
  const same = Object.entries(table.operations).find(
    ([, operation]) => operation.path === path && operation.method.toLowerCase() === method,
  );
  return same?.[0];
}

function some(names: readonly string[]): string {
  const shown = names.slice(0, 4).map((name) => `\`${name}\``);
  return [...shown, ...(names.length > 4 ? [`and ${names.length - 4} more`] : [])].join(", ");
}
