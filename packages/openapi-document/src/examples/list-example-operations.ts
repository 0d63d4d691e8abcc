import { findOperation } from "../operations/find-operation.ts";
import { operationParameters } from "../operations/operation-parameters.ts";
import { asObject, type JsonObject } from "../pointer/json-object.ts";
import { resolveReference } from "../pointer/resolve-reference.ts";
import { type NamedExample, namedExamples, withoutName } from "./named-examples.ts";

/** A request body from the document's examples. */
export interface ExampleBody extends NamedExample {
  readonly mediaType: string;
  /** Whether the value is sent as JSON text; otherwise it is sent unchanged. */
  readonly isJson: boolean;
  /**
   * The media type for `Accept`, when it is not the first one. A body in a later version's media type gets its response
   * in that version, if every success offers it.
   */
  readonly accept?: string;
}

/** The values of a call's parameters, by name. */
export type ExampleParameters = Readonly<
  Record<"path" | "query" | "header", Readonly<Record<string, unknown>>>
>;

/** An operation and the input of a call to it, from the document's own examples. */
export interface ExampleOperation {
  readonly operationId: string;
  readonly method: string;
  /** Path template, such as `/scripting/workflows/{id}/execution`. */
  readonly path: string;
  /** Base URL without a trailing slash; empty when the document declares no server. */
  readonly server: string;
  /** Whether two identical requests have the same effect as one (RFC 9110, 9.2.2). */
  readonly idempotent: boolean;
  /** Names of the headers that carry a key. */
  readonly keyHeaders: readonly string[];
  /** The first example of each path parameter and of each other required parameter. */
  readonly parameters: ExampleParameters;
  /** The media types of its success responses, in the order of the document. */
  readonly accept: readonly string[];
  /** One body per media type and example; none when the operation accepts no body. */
  readonly bodies: readonly ExampleBody[];
}

/** The part of an operation's table entry that a call needs. */
interface CallableOperation {
  readonly method: string;
  readonly path: string;
  readonly server?: string;
  readonly idempotent: boolean;
  readonly security: readonly string[];
  readonly requestBody?: { readonly mediaTypes: readonly string[] };
  readonly responses: Readonly<Record<string, readonly string[]>>;
}

/** The part of an operation table that calls need. `createOperationTable` makes such tables. */
export interface CallableOperations {
  readonly server: string | undefined;
  readonly securitySchemes: Readonly<
    Record<string, { readonly type: string; readonly in?: string; readonly name?: string }>
  >;
  readonly mediaTypes: Readonly<Record<string, string>>;
  readonly operations: Readonly<Record<string, CallableOperation>>;
}

/**
 * Lists the operations of a bundled OpenAPI document in its order, ready to be called with its examples.
 * @param table the document's operation table
 */
export function listExampleOperations(document: JsonObject, table: CallableOperations): ExampleOperation[] {
  return Object.entries(table.operations).map(([operationId, described]) => {
    const { method, path, idempotent } = described;
    const found = findOperation(document, described);
    const schemes = described.security.map((name) => table.securitySchemes[name]);
    const bodies = (described.requestBody?.mediaTypes ?? []).flatMap((mediaType) => {
      const { content } = resolveReference(document, found?.operation.requestBody);
      const media = resolveReference(document, asObject(content)[mediaType]);
      const isJson = table.mediaTypes[mediaType] === "json";
      const given = namedExamples(document, media);
      const examples = given.length > 0 ? given : [withoutName({})];
      const isFirst = described.requestBody?.mediaTypes[0] === mediaType;
      const accept = !isFirst && everySuccessHas(mediaType, described.responses) ? { accept: mediaType } : {};
      return examples.map((example) => ({ ...example, mediaType, isJson, ...accept }));
    });
    return {
      operationId,
      method,
      path,
      server: (described.server ?? table.server ?? "").replace(/\/$/, ""),
      idempotent,
      keyHeaders: schemes.flatMap((scheme) =>
        scheme?.type === "apiKey" && scheme.in === "header" && scheme.name !== undefined ? [scheme.name] : [],
      ),
      parameters: exampleParameters(
        document,
        path,
        found === undefined ? [] : operationParameters(document, found).map(({ value }) => value),
      ),
      accept: successMediaTypes(described.responses),
      bodies,
    };
  });
}

type Responses = Readonly<Record<string, readonly string[]>>;

function successMediaTypes(responses: Responses): string[] {
  return [...new Set(successes(responses).flat())];
}

function everySuccessHas(mediaType: string, responses: Responses): boolean {
  const withBody = successes(responses).filter((mediaTypes) => mediaTypes.length > 0);
  return withBody.length > 0 && withBody.every((mediaTypes) => mediaTypes.includes(mediaType));
}

function successes(responses: Responses): (readonly string[])[] {
  return Object.entries(responses).flatMap(([status, mediaTypes]) =>
    status.startsWith("2") ? [mediaTypes] : [],
  );
}

function exampleParameters(
  document: JsonObject,
  path: string,
  parameters: readonly JsonObject[],
): ExampleParameters {
  const valuesIn = (place: string) =>
    Object.fromEntries(
      parameters
        .filter((parameter) => parameter.in === place && parameter.required === true)
        .map((parameter) => [String(parameter.name), namedExamples(document, parameter)[0]?.value ?? 1]),
    );
  const declared = valuesIn("path");
  const inTemplate = [...path.matchAll(/\{([^}]*)\}/g)].map(([, name = ""]) => [name, declared[name] ?? 1]);
  return { path: Object.fromEntries(inTemplate), query: valuesIn("query"), header: valuesIn("header") };
}
