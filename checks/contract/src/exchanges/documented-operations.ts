import { isObject, objectAt, pointerOf, resolve, specDocument } from "./independent-document.ts";

/** A documented body: its media type, the pointer to its schema, and its named examples. */
export interface DocumentedBody {
  readonly mediaType: string;
  /** JSON pointer to the schema, as a URI fragment. */
  readonly schema: string;
  readonly examples: Readonly<Record<string, unknown>>;
}

/** A documented header of a response. */
export interface DocumentedHeader {
  /** In lower case. */
  readonly name: string;
  readonly required: boolean;
  /** JSON pointer to the schema, as a URI fragment. */
  readonly schema: string;
}

/** A documented response. */
export interface DocumentedAnswer {
  /** A status to which the documentation applies. */
  readonly status: number;
  /** The key in the document: `404`, `4XX` or `default`. */
  readonly documentedAs: string;
  readonly bodies: readonly DocumentedBody[];
  readonly headers: readonly DocumentedHeader[];
  /** Whether a response without a body is documented too. */
  readonly mayBeEmpty: boolean;
}

/** An operation of the spec, with everything that the contract tests use. */
export interface DocumentedOperation {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  /** A documented example of each path parameter. */
  readonly pathParameters: Readonly<Record<string, unknown>>;
  readonly requestBodies: readonly DocumentedBody[];
  readonly answers: readonly DocumentedAnswer[];
}

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** Reads every operation from the bundled document, never from the client's table, which is under test. */
export function documentedOperations(): DocumentedOperation[] {
  return Object.entries(objectAt(specDocument, "paths")).flatMap(([path, item]) => {
    const pathItem = resolve(item).value;
    return methods
      .filter((method) => isObject(pathItem[method]))
      .map((method) => readOperation(path, method, pathItem));
  });
}

function readOperation(
  path: string,
  method: string,
  pathItem: { readonly [name: string]: unknown },
): DocumentedOperation {
  const operation = objectAt(objectAt(objectAt(specDocument, "paths"), path), method);
  const operationPath = ["paths", path, method];
  const responses = objectAt(operation, "responses");
  const answers = Object.entries(responses).map(([documentedAs, response]) => {
    const status = statusOf(documentedAs, Object.keys(responses));
    const { value, pointer } = resolve(response);
    const at = pointer ?? pointerOf(...operationPath, "responses", documentedAs);
    const bodies = readBodies(value, at);
    const mayBeEmpty = bodies.length === 0 || value["x-body-may-be-empty"] === true;
    return { status, documentedAs, bodies, headers: readHeaders(value, at), mayBeEmpty };
  });
  const body = resolve(operation.requestBody);
  return {
    operationId: String(operation.operationId),
    method: method.toUpperCase(),
    path,
    pathParameters: readPathParameters(operation.parameters, pathItem.parameters),
    requestBodies: readBodies(body.value, body.pointer ?? pointerOf(...operationPath, "requestBody")),
    answers,
  };
}

/** @returns the status; for a range or `default`, the first one without its own documentation */
function statusOf(documentedAs: string, documented: readonly string[]): number {
  if (/^\d{3}$/.test(documentedAs)) return Number(documentedAs);
  const isDocumented = (status: number): boolean =>
    documented.includes(String(status)) ||
    (documentedAs === "default" && documented.includes(`${Math.floor(status / 100)}XX`));
  // Errors without a special meaning for clients, and no redirects, which are not followed.
  const candidates = [418, 422, 451, 507, 508, 510, 299, 226].filter(
    (status) => documentedAs === "default" || documentedAs.startsWith(String(status)[0] ?? ""),
  );
  const status = candidates.find((status) => !isDocumented(status));
  if (status === undefined)
    throw new Error(
      `no undocumented status is left for ${documentedAs}, because of ${documented.join(", ")}`,
    );
  return status;
}

function readPathParameters(...lists: readonly unknown[]): Record<string, unknown> {
  const parameters = lists
    .flatMap((list) => (Array.isArray(list) ? list : []))
    .map((reference) => resolve(reference).value);
  return Object.fromEntries(
    parameters
      .filter((parameter) => parameter.in === "path")
      .map((parameter) => {
        const [example] = Object.values(objectAt(parameter, "examples"));
        return [String(parameter.name), resolve(example).value.value];
      }),
  );
}

function readBodies(parent: { readonly [name: string]: unknown }, pointer: string): DocumentedBody[] {
  return Object.entries(objectAt(parent, "content")).map(([mediaType, content]) => {
    const examples = Object.entries(objectAt(resolve(content).value, "examples"));
    return {
      mediaType,
      schema: `${pointer}/content/${pointerOf(mediaType).slice(2)}/schema`,
      examples: Object.fromEntries(examples.map(([name, example]) => [name, resolve(example).value.value])),
    };
  });
}

function readHeaders(parent: { readonly [name: string]: unknown }, pointer: string): DocumentedHeader[] {
  return Object.entries(objectAt(parent, "headers")).map(([name, header]) => {
    const { value, pointer: target = `${pointer}/headers/${pointerOf(name).slice(2)}` } = resolve(header);
    return { name: name.toLowerCase(), required: value.required === true, schema: `${target}/schema` };
  });
}
