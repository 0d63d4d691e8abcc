import { type ApiDescription, type JsonObject, listOperations, nameOperations } from "@np6/openapi-document";
import { operationComment } from "../text/operation-comment.ts";
import { readableComment } from "../text/readable-comment.ts";
import { hasOneMediaType, methodSignature } from "./method-signature.ts";

/**
 * Writes the signature of a client's method for every operation as TypeScript source. Nothing in it is computed from types:
 * a compiler reads the methods that are called and instantiates next to nothing, however large the API is.
 *
 * An operation that takes or answers several media types gets no signature, since what its call takes and gives depends on
 * the ones that a client or a call chooses. `OperationInSeveralMediaTypes` names those operations.
 *
 * @param table the document's operation table
 * @param typesModule specifier of the types file, from the methods file
 */
export function renderMethods(document: JsonObject, table: ApiDescription, typesModule: string): string {
  const methods: string[] = [];
  const several: string[] = [];
  for (const entry of nameOperations(listOperations(document, []), [])) {
    const { name } = entry;
    const operation = table.operations[name];
    if (operation === undefined) continue;
    if (!hasOneMediaType(operation)) {
      several.push(JSON.stringify(name));
      continue;
    }
    const signature = methodSignature(document, entry, name, operation, "CallOptions");
    methods.push(`${comment(entry.operation)}    readonly ${key(name)}: ${signature};\n`);
  }
  const types =
    methods.length === 0 ? "" : `import type { operations } from ${JSON.stringify(typesModule)};\n\n`;
  return `${types}/**
 * A method for every operation that takes and answers one media type at most.
 * @typeParam CallOptions - what every call takes beside the operation's parameters and body
 */
export interface Methods<CallOptions> {
${methods.join("")}}

/** Operations that take or answer several media types: what a call takes and gives depends on those that are chosen. */
export type OperationInSeveralMediaTypes = ${several.join(" | ") || "never"};
`;
}

function comment(operation: JsonObject): string {
  const text = operationComment(operation);
  return text === undefined ? "" : `    /*${readableComment(text).replaceAll("\n", "\n    ")}*/\n`;
}

/** Quoted unless it is an identifier. */
function key(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}
