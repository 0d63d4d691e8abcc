import { CodegenError } from "../codegen-error.ts";
import { isRecord, type JsonObject } from "../is-record.ts";
import { childPointer } from "../json-pointer.ts";
import { listOperations } from "../operation-table/list-operations.ts";
import { nameOperations } from "../operation-table/name-operations.ts";
import { dropPinnedDiscriminators } from "./drop-pinned-discriminators.ts";
import { inlineResponseHeaders } from "./inline-response-headers.ts";
import { nameOtherStrings } from "./name-other-strings.ts";
import { openAnswers } from "./open-answers.ts";
import { markerSchemas } from "./unrecognized.ts";

type MutableObject = Record<string, unknown>;

/**
 * Copies a bundled document and prepares the copy for openapi-typescript:
 *
 * - every operation gets its name as operationId, so that `operations` has all of them;
 * - a path item that is a `$ref` to `components.pathItems` is written out under its path, where its operations can be
 *   named;
 * - the operations of webhooks and of path item components lose their operationIds, so that `operations` has exactly
 *   those of the operation table, each once;
 * - a discriminator mapping by plain schema name becomes a reference, which is the only form it reads;
 * - headers that responses refer to are written out, so that optional ones stay optional;
 * - what a server answers is opened (`openAnswers`), and markers stand for what the document does not list.
 *
 * @throws CodegenError when an operationId cannot be a key of `operations`
 */
export function documentForTypes(document: JsonObject): MutableObject {
  const copy = structuredClone(document) as MutableObject;
  const operations = nameOperations(listOperations(document, []), []);
  const paths: MutableObject = {};
  for (const { path, method, name, pathItem, operation, operationPointer } of operations) {
    if (name.includes("#")) {
      // openapi-typescript writes "/" for it, and the two generated files would disagree on the name.
      const pointer = childPointer(operationPointer, "operationId");
      throw new CodegenError(`operationId "${name}" contains "#"; rename it, for example with "/"`, [
        { pointer },
      ]);
    }
    const item = (paths[path] ?? withoutReference(pathItem)) as MutableObject;
    paths[path] = item;
    const named: MutableObject = { ...structuredClone(operation), operationId: name };
    inlineResponseHeaders(document, named.responses, childPointer(operationPointer, "responses"));
    item[method.toLowerCase()] = named;
  }
  if (isRecord(document.paths)) copy.paths = { ...paths };
  dropOperationIds(copy.webhooks);
  if (isRecord(copy.components)) {
    dropOperationIds(copy.components.pathItems);
    inlineResponseHeaders(document, copy.components.responses, "#/components/responses");
  }
  referToMappedSchemas(copy, schemaNames(document));
  dropPinnedDiscriminators(copy);
  openAnswers(copy);
  nameOtherStrings(copy);
  addMarkerSchemas(copy);
  return copy;
}

function addMarkerSchemas(document: MutableObject): void {
  const components = isRecord(document.components) ? document.components : {};
  const schemas = isRecord(components.schemas) ? components.schemas : {};
  document.components = { ...components, schemas: { ...schemas, ...markerSchemas } };
}

function withoutReference(pathItem: JsonObject): JsonObject {
  const { $ref: _, ...members } = structuredClone(pathItem);
  return members;
}

function dropOperationIds(pathItems: unknown): void {
  if (!isRecord(pathItems)) return;
  for (const item of Object.values(pathItems)) {
    if (!isRecord(item)) continue;
    for (const operation of Object.values(item)) {
      if (isRecord(operation)) delete (operation as MutableObject).operationId;
    }
  }
}

function schemaNames(document: JsonObject): ReadonlySet<string> {
  const { components } = document;
  return new Set(isRecord(components) && isRecord(components.schemas) ? Object.keys(components.schemas) : []);
}

function referToMappedSchemas(node: unknown, names: ReadonlySet<string>): void {
  if (typeof node !== "object" || node === null) return;
  for (const child of Object.values(node)) referToMappedSchemas(child, names);
  if (!isRecord(node) || !isRecord(node.discriminator) || !isRecord(node.discriminator.mapping)) return;
  const mapping = node.discriminator.mapping as MutableObject;
  for (const [value, name] of Object.entries(mapping)) {
    if (typeof name === "string" && names.has(name)) mapping[value] = `#/components/schemas/${name}`;
  }
}
