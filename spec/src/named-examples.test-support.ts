import { isJsonObject } from "@np6/openapi-document";
import { childPointer, resolvePointer, valueAt } from "./json-pointer.test-support.ts";

/** One named example and the schema that it must satisfy. */
export interface NamedExample {
  /** Where the example is used, as a JSON pointer that ends in its name. */
  readonly pointer: string;
  readonly schemaPointer: string;
  readonly value: unknown;
}

/** Everything that owes an example: a request or response body, a parameter, a response header. */
export interface ExampleOwner {
  readonly pointer: string;
  readonly examples: readonly NamedExample[];
}

/** The pointers of the members of what stands at a pointer; none when it is missing. `$ref`s are followed. */
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
 * Lists what owes examples in a bundled OpenAPI document, operation by operation, with the examples it has. What
 * several operations share (a response, a header) is listed once.
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
