import { isObject, objectAt, pointerOf, resolve, specDocument } from "./independent-document.ts";

/** A body that the spec documents: its media type, where its schema stands, and its named examples. */
export interface DocumentedBody {
  readonly mediaType: string;
  /** JSON pointer to the schema, as a URI fragment. */
  readonly schema: string;
  readonly examples: Readonly<Record<string, unknown>>;
}

/** A header of an answer that the spec documents. */
export interface DocumentedHeader {
  /** In lower case. */
  readonly name: string;
  readonly required: boolean;
  /** JSON pointer to the schema, as a URI fragment. */
  readonly schema: string;
}

/** An answer that the spec documents. */
export interface DocumentedAnswer {
  readonly status: number;
  readonly bodies: readonly DocumentedBody[];
  readonly headers: readonly DocumentedHeader[];
  /** Whether an answer without a body is documented too. */
  readonly mayBeEmpty: boolean;
}

/** An operation of the spec, with everything that the contract tests walk through. */
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

/** Reads every operation from the bundled document; never from the client's table, which is what is tested. */
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
  const here = ["paths", path, method];
  const answers = Object.entries(objectAt(operation, "responses")).map(([status, response]) => {
    const { value, pointer } = resolve(response);
    const at = pointer ?? pointerOf(...here, "responses", status);
    const bodies = readBodies(value, at);
    const mayBeEmpty = bodies.length === 0 || value["x-body-may-be-empty"] === true;
    return { status: Number(status), bodies, headers: readHeaders(value, at), mayBeEmpty };
  });
  const body = resolve(operation.requestBody);
  return {
    operationId: String(operation.operationId),
    method: method.toUpperCase(),
    path,
    pathParameters: readPathParameters(operation.parameters, pathItem.parameters),
    requestBodies: readBodies(body.value, body.pointer ?? pointerOf(...here, "requestBody")),
    answers,
  };
}

function readPathParameters(...lists: readonly unknown[]): Record<string, unknown> {
  const parameters = lists
    .flatMap((list) => (Array.isArray(list) ? list : []))
    .map((one) => resolve(one).value);
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
