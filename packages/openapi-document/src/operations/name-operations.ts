import { DocumentError } from "../pointer/document-error.ts";
import { childPointer } from "../pointer/json-pointer.ts";
import { deriveOperationName } from "./derive-operation-name.ts";
import type { ListedOperation } from "./list-operations.ts";
import type { TableWarning } from "./table-warning.ts";

/** An operation and its unique name. */
export interface NamedOperation extends ListedOperation {
  /** The operationId, or a name derived from method and path. */
  readonly name: string;
}

/** Members of a client that are not operations. A method `then` would turn the client into a promise. */
const reserved: ReadonlySet<string> = new Set([
  "close",
  "dryRun",
  "then",
  ...["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE", "QUERY"],
]);

/**
 * Names every operation. An operationId is never changed. If a derived name exists already, it gets the first free
 * number from 2 on, in the order of the document.
 *
 * @throws DocumentError when two operations have the same operationId, or an operationId is a reserved name
 */
export function nameOperations(
  listed: readonly ListedOperation[],
  warnings: TableWarning[],
): NamedOperation[] {
  const taken = new Map<string, string>();
  for (const entry of listed) {
    const pointer = childPointer(entry.operationPointer, "operationId");
    const operationId = operationIdOf(entry);
    if (operationId === undefined) continue;
    if (reserved.has(operationId)) {
      const reason = `operationId "${operationId}" is a name that every client has for something else; choose another`;
      throw new DocumentError(reason, [{ pointer }]);
    }
    const first = taken.get(operationId);
    if (first !== undefined) throw duplicate(operationId, first, pointer, entry);
    taken.set(operationId, pointer);
  }
  return listed.map((entry) => {
    const operationId = operationIdOf(entry);
    if (operationId !== undefined) {
      if (!PLAIN.test(operationId)) warnings.push(oddName(entry, operationId));
      return { ...entry, name: operationId };
    }
    const name = freeName(deriveOperationName(entry.method, entry.path), taken);
    taken.set(name, entry.operationPointer);
    const reason = `${entry.method} ${entry.path} has no operationId and is named "${name}" after its method and path; give it an operationId to keep the name when the path changes`;
    warnings.push({ kind: "no operationId", pointer: entry.operationPointer, reason });
    return { ...entry, name };
  });
}

/** Letters, digits and the separators that vendors use between words. */
const PLAIN = /^[\p{L}\p{N}_.:/ -]+$/u;

function oddName({ operationPointer }: ListedOperation, operationId: string): TableWarning {
  const reason = `operationId ${JSON.stringify(operationId)} has characters that tools stumble over; it is kept as it is, so its method is called by this very string, in brackets`;
  return { kind: "odd operationId", pointer: childPointer(operationPointer, "operationId"), reason };
}

function operationIdOf({ operation, operationPointer }: ListedOperation): string | undefined {
  const { operationId } = operation;
  if (operationId === undefined || operationId === "") return undefined;
  if (typeof operationId === "string") return operationId;
  const pointer = childPointer(operationPointer, "operationId");
  throw new DocumentError("operationId must be a string; quote it", [{ pointer }]);
}

function duplicate(
  operationId: string,
  first: string,
  second: string,
  entry: ListedOperation,
): DocumentError {
  if (first === second) {
    const reason = `operationId "${operationId}" is used by two paths that share this path item; give each path its own`;
    return new DocumentError(reason, [{ pointer: first }, { pointer: entry.pathPointer }]);
  }
  const reason = `operationId "${operationId}" is used twice; every operation needs its own`;
  return new DocumentError(reason, [{ pointer: first }, { pointer: second }]);
}

function freeName(name: string, taken: ReadonlyMap<string, string>): string {
  if (!taken.has(name)) return name;
  let number = 2;
  while (taken.has(`${name}${number}`)) number += 1;
  return `${name}${number}`;
}
