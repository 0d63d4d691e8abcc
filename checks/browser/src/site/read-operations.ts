/** An operation, as the page must show it. */
export interface Operation {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Partial<Operation>>>>>;
}

/** Lists the operations of a bundled OpenAPI document, independent of the pages. */
export function readOperations(document: Document): Operation[] {
  return Object.entries(document.paths).flatMap(([path, pathItem]) =>
    Object.entries(pathItem).flatMap(([method, { operationId, summary }]) =>
      operationId === undefined
        ? []
        : [{ operationId, method: method.toUpperCase(), path, summary: summary ?? operationId }],
    ),
  );
}
