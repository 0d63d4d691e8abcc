import {
  type ApiDescription,
  childPointer,
  isJsonObject,
  type JsonObject,
  type LocatedObject,
  listOperations,
  locateObject,
  nameOperations,
} from "@np6/openapi-document";
import { successStatuses } from "../operations/success-statuses.ts";

/** A JSON body of the document that can be validated. */
export interface DescribedBody {
  readonly mediaType: string;
  /** Pointer to its schema. */
  readonly pointer: string;
}

/** The JSON bodies of an operation. */
export interface OperationBodies {
  readonly operation: string;
  readonly requestBody: readonly DescribedBody[];
  /** Bodies of success responses, by status; a status without a body has an empty list. */
  readonly responses: ReadonlyMap<string, readonly DescribedBody[]>;
}

/**
 * Lists the JSON bodies of all operations, without those of error responses. The status alone identifies an error
 * response, and an invalid body must not hide it.
 *
 * @param table the operation table of the document
 */
export function listBodies(document: JsonObject, table: ApiDescription): OperationBodies[] {
  return nameOperations(listOperations(document, []), []).map(({ name, operation, operationPointer }) => {
    const bodies = (node: unknown, pointer: string, what: string): DescribedBody[] =>
      bodiesOf(document, locateObject(document, node ?? {}, pointer, what), table);
    const responsesPointer = childPointer(operationPointer, "responses");
    const declared = locateObject(document, operation.responses ?? {}, responsesPointer, "Responses Object");
    const statuses = Object.keys(table.operations[name]?.responses ?? {});
    return {
      operation: name,
      requestBody: bodies(
        operation.requestBody,
        childPointer(operationPointer, "requestBody"),
        "Request Body Object",
      ),
      responses: new Map(
        successStatuses(statuses).map((status) => [
          status,
          bodies(declared.value[status], childPointer(declared.pointer, status), "Response Object"),
        ]),
      ),
    };
  });
}

function bodiesOf(document: JsonObject, owner: LocatedObject, table: ApiDescription): DescribedBody[] {
  const { content } = owner.value;
  if (!isJsonObject(content)) return [];
  return Object.entries(content)
    .filter(([mediaType]) => table.mediaTypes[mediaType] === "json")
    .map(([mediaType, node]) => {
      const pointer = childPointer(childPointer(owner.pointer, "content"), mediaType);
      const described = locateObject(document, node ?? {}, pointer, "Media Type Object");
      return {
        mediaType,
        pointer: childPointer(described.pointer, "schema"),
        schema: described.value.schema,
      };
    })
    .filter(({ schema }) => schema !== undefined);
}
