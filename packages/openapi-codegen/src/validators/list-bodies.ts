import {
  type ApiDescription,
  childPointer,
  type JsonObject,
  type LocatedObject,
  listOperations,
  locateContent,
  locateRequestBody,
  locateResponses,
  nameOperations,
  successStatuses,
} from "@np6/openapi-document";

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
  return nameOperations(listOperations(document, []), []).map((entry) => {
    const body = locateRequestBody(document, entry);
    const responses = new Map(
      locateResponses(document, entry).map(([status, response]) => [status, response]),
    );
    const bodies = (owner: LocatedObject | undefined) => bodiesOf(document, owner, table);
    return {
      operation: entry.name,
      requestBody: bodies(body),
      responses: new Map(
        successStatuses([...responses.keys()]).map((status) => [status, bodies(responses.get(status))]),
      ),
    };
  });
}

function bodiesOf(
  document: JsonObject,
  owner: LocatedObject | undefined,
  { mediaTypes }: ApiDescription,
): DescribedBody[] {
  return (owner === undefined ? [] : locateContent(document, owner))
    .filter(([mediaType, { value }]) => mediaTypes[mediaType] === "json" && value.schema !== undefined)
    .map(([mediaType, { pointer }]) => ({ mediaType, pointer: childPointer(pointer, "schema") }));
}
