import { bumps, largestBump } from "./bump.ts";
import type { FoundChange } from "./found-change.ts";
import { pointerTokens, valueAt } from "./json-pointer.ts";
import { mergeChanges } from "./merge-changes.ts";
import { pairOperations } from "./pair-operations.ts";
import { type ReadSpec, readSpec } from "./read-spec.ts";
import { judgeByRedocly } from "./redocly/judge-by-redocly.ts";
import type { Direction, SpecChange, SpecDiff } from "./spec-change.ts";
import { judgeTypes } from "./types/judge-types.ts";
import { judgeWire } from "./wire/judge-wire.ts";

/**
 * Tells what changed between two OpenAPI documents, for whom, and which bump it deserves: the largest of what
 * `redocly diff`, the generated types and the operation table say.
 * @param baseFile - path of the old document, in one file or many
 * @param headFile - path of the new one
 * @param root - a folder; a document in it may refer to whatever is in it, any other only to what is beside it
 * @throws CodegenError when one of them cannot be read as OpenAPI 3.0 or 3.1
 */
export async function diffSpecs(
  baseFile: string,
  headFile: string,
  root: string = process.cwd(),
): Promise<SpecDiff> {
  const [base, head] = [await readSpec(baseFile, root), await readSpec(headFile, root)];
  // To the byte: in the order of keys only what is the default shows.
  if (JSON.stringify(base.document) === JSON.stringify(head.document)) return { bump: "none", changes: [] };
  const pairs = pairOperations(base.table, head.table);
  const asked = judgeByRedocly(base, head);
  const [types, wire] = [judgeTypes(base, head, pairs), judgeWire(base, head, pairs)];
  // Who speaks first is quoted. Redocly names the keyword that breaks; of the rest it knows only that it changed.
  const { major = [], rest = [] } = Object.groupBy(await asked, ({ bump }) =>
    bump === "major" ? bump : "rest",
  );
  const changes = mergeChanges([...major, ...types, ...wire, ...rest]).map((change) =>
    publicChange(change, base, head),
  );
  const sorted = changes.toSorted(
    (a, b) =>
      bumps.indexOf(b.bump) - bumps.indexOf(a.bump) ||
      a.pointer.localeCompare(b.pointer, "en") ||
      (a.direction ?? "").localeCompare(b.direction ?? "", "en"),
  );
  return { bump: largestBump(changes.map(({ bump }) => bump)), changes: sorted };
}

function publicChange(change: FoundChange, base: ReadSpec, head: ReadSpec): SpecChange {
  const { direction, bump, message } = change;
  const operations = concerned(change, base, head);
  const [only] = operations;
  return {
    pointer: pointerOf(change, base, head),
    ...(only !== undefined && operations.length === 1 ? { operationId: only } : {}),
    ...(direction === undefined ? {} : { direction }),
    bump,
    message: operations.length > 1 ? `${message} (${some(operations)})` : message,
  };
}

/** Some judges know where a thing would stand, whether or not it does. */
function pointerOf(change: FoundChange, base: ReadSpec, head: ReadSpec): string {
  const there = ({ document }: ReadSpec, pointer: string | undefined) =>
    pointer !== undefined && valueAt(document, pointer) !== undefined;
  if (change.head !== undefined && there(head, change.head)) return change.head;
  if (change.base !== undefined && there(base, change.base)) return change.base;
  return change.head ?? change.base ?? "#";
}

/** The operations that use the thing in both documents; in one of them, when the other does not have it. */
function concerned(change: FoundChange, base: ReadSpec, head: ReadSpec): string[] {
  const users = [
    operationsAt(base, change.base, change.direction),
    operationsAt(head, change.head, change.direction),
  ];
  const [inBase, inHead] = users.map((names) => (names.length === 0 ? undefined : names));
  const both = inBase?.filter((name) => inHead === undefined || inHead.includes(name)) ?? [];
  if (both.length > 0) return both;
  return inBase ?? inHead ?? (change.operationId === undefined ? [] : [change.operationId]);
}

function operationsAt(
  spec: ReadSpec,
  pointer: string | undefined,
  direction: Direction | undefined,
): string[] {
  if (pointer === undefined) return [];
  const uses = direction === undefined ? [] : spec.findUses(pointer);
  const names = uses
    .filter((use) => use.direction === direction)
    .flatMap(({ operationId }) => operationId ?? []);
  if (names.length > 0) return [...new Set(names)];
  return operationsIn(spec, pointer);
}

/** The operation that a pointer stands in, or all of a path. */
function operationsIn({ table }: ReadSpec, pointer: string): string[] {
  const [section, path, method] = pointerTokens(pointer);
  if (section !== "paths") return [];
  return Object.entries(table.operations)
    .filter(
      ([, operation]) =>
        operation.path === path &&
        operation.method.toLowerCase() === (method ?? operation.method.toLowerCase()),
    )
    .map(([name]) => name);
}

function some(names: readonly string[]): string {
  const shown = names.slice(0, 4).map((name) => `\`${name}\``);
  return [...shown, ...(names.length > 4 ? [`and ${names.length - 4} more`] : [])].join(", ");
}
