import { isDeepStrictEqual } from "node:util";
import { createOperationTable, type JsonObject, type OperationDescription } from "@np6/openapi-document";
import { renderTypes } from "../types/render-types.ts";
import { declaredTypes } from "./declared-types.ts";

/** Where the code generated from one document differs from that of another, one sentence each. */
export type Differences = readonly string[];

/**
 * Compares what would be generated from two documents: operations as the wire sees them, and types without their comments. Text,
 * examples and order make no difference.
 *
 * @param installed the document that the installed code was generated from
 * @param spec the document to compare it with
 * @throws CodegenError when nothing can be generated from one of them
 */
export async function compareDocuments(installed: JsonObject, spec: JsonObject): Promise<Differences> {
  const operations = compareOperations(installed, spec);
  const types = compareTypes(await typesOf(installed), await typesOf(spec));
  return [...operations, ...types];
}

function compareOperations(installed: JsonObject, spec: JsonObject): string[] {
  const before = createOperationTable(installed).table;
  const after = createOperationTable(spec).table;
  const names = [...new Set([...Object.keys(before.operations), ...Object.keys(after.operations)])];
  const server =
    before.server === after.server ? [] : [`server: ${before.server} is ${after.server} in the spec`];
  return [
    ...server,
    ...names.flatMap((name) => compareOperation(name, before.operations[name], after.operations[name])),
  ];
}

function compareOperation(
  name: string,
  before: OperationDescription | undefined,
  after: OperationDescription | undefined,
): string[] {
  if (before === undefined) return [`operation ${name}: the installed package does not have it`];
  if (after === undefined) return [`operation ${name}: the spec no longer has it`];
  const fields = [
    ...new Set([...Object.keys(before), ...Object.keys(after)]),
  ] as (keyof OperationDescription)[];
  const changed = fields.filter((field) => !isDeepStrictEqual(before[field], after[field]));
  return changed.length === 0 ? [] : [`operation ${name}: ${changed.join(", ")} changed`];
}

async function typesOf(document: JsonObject): Promise<ReadonlyMap<string, string>> {
  return declaredTypes(await renderTypes(document));
}

function compareTypes(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  const names = [...new Set([...before.keys(), ...after.keys()])];
  return names.flatMap((name) => {
    if (!before.has(name)) return [`type ${name}: the installed package does not have it`];
    if (!after.has(name)) return [`type ${name}: the spec no longer has it`];
    return before.get(name) === after.get(name) ? [] : [`type ${name}: changed`];
  });
}
