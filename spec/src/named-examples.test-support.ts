import { isJsonObject } from "@np6/openapi-document";
import { childPointer, resolvePointer, valueAt } from "./json-pointer.test-support.ts";

/** A named example and the schema that it must satisfy. */
export interface NamedExample {
  /** JSON Pointer to the use of the example; it ends in the example's name. */
  readonly pointer: string;
  readonly schemaPointer: string;
  readonly value: unknown;
}

/** An object that must have examples: a request or response body, a parameter, a response header. */
export interface ExampleOwner {
  readonly pointer: string;
  readonly examples: readonly NamedExample[];
}

/** Lists the pointers to the members of a value; none when it is missing. `$ref`s are followed. */
function memberPointers(document: unknown, pointer: string): readonly string[] {
  const resolved = resolvePointer(document, pointer);
  const value = valueAt(document, resolved);
  if (Array.isArray(value)) return value.map((_, index) => childPointer(resolved, `${index}`));
  return isJsonObject(value) ? Object.keys(value).map((key) => childPointer(resolved, key)) : [];
}

function owner(document: unknown, pointer: string): ExampleOwner {
  const resolved = resolvePointer(document, pointer);
  const examples = memberPointers(document, `${resolved}/examples`).map((example) => ({
    pointer: example,
    schemaPointer: `${resolved}/schema`,
    value: valueAt(document, `${resolvePointer(document, example)}/value`),
  }));
  return { pointer: resolved, examples };
}

function ownersOfOperation(document: unknown, operation: string): readonly ExampleOwner[] {
  const body = memberPointers(document, `${resolvePointer(document, `${operation}/requestBody`)}/content`);
  const responses = memberPointers(document, `${operation}/responses`).flatMap((response) => {
    const resolved = resolvePointer(document, response);
    return [
      ...memberPointers(document, `${resolved}/content`),
      ...memberPointers(document, `${resolved}/headers`),
    ];
  });
  const parameters = memberPointers(document, `${operation}/parameters`);
  return [...parameters, ...body, ...responses].map((pointer) => owner(document, pointer));
}

const methods: readonly string[] = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/**
 * Lists the objects that must have examples in a bundled OpenAPI document, by operation, with their examples. Objects
 * that several operations share (a response, a header) are listed once.
 */
export function listExampleOwners(document: unknown): readonly ExampleOwner[] {
  const owners = memberPointers(document, "/paths").flatMap((path) => [
    ...memberPointers(document, `${path}/parameters`).map((pointer) => owner(document, pointer)),
    ...methods
      .filter((method) => valueAt(document, `${path}/${method}`) !== undefined)
      .flatMap((method) => ownersOfOperation(document, `${path}/${method}`)),
  ]);
  return [...new Map(owners.map((one) => [one.pointer, one])).values()];
}
