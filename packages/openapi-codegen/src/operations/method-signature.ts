import {
  type JsonObject,
  type ListedOperation,
  type OperationDescription,
  operationParameters,
  successStatuses,
} from "@np6/openapi-document";

/** Whether the types of a call's input and result do not depend on a chosen media type. */
export function hasOneMediaType(operation: OperationDescription): boolean {
  return answeredMediaTypes(operation).length <= 1 && (operation.requestBody?.mediaTypes.length ?? 0) <= 1;
}

/** The types of a client's method, in terms of the types file's `operations`. */
export interface MethodTypes {
  /** Members of the input type, without a semicolon. */
  readonly members: readonly string[];
  /** Whether the method can be called without an input. */
  readonly isOptional: boolean;
  readonly result: string;
}

/** @param name name of the operation in `operations` */
export function methodTypes(
  document: JsonObject,
  entry: ListedOperation,
  name: string,
  operation: OperationDescription,
): MethodTypes {
  const type = `operations[${JSON.stringify(name)}]`;
  const members = [
    ...parameterMembers(document, entry, type),
    ...bodyMembers(operation, type),
    optionalMember("accept", firstAnswers(operation)),
  ];
  const isOptional = members.every((member) => /^readonly \w+\?:/.test(member));
  return { members, isOptional, result: answer(operation, type) };
}

/** Lists the members `path`, `query` and `header`. The last two are optional when no parameter in them is required. */
function parameterMembers(document: JsonObject, entry: ListedOperation, type: string): string[] {
  const parameters = operationParameters(document, entry).map(({ value }) => value);
  return ["path", "query", "header"].flatMap((place) => {
    const placed = parameters.filter((parameter) => parameter.in === place);
    if (placed.length === 0) return [];
    const optional = place !== "path" && placed.every(({ required }) => required !== true);
    return [`readonly ${place}${optional ? "?" : ""}: ${type}["parameters"]["${place}"]`];
  });
}

function bodyMembers({ requestBody }: OperationDescription, type: string): string[] {
  const mediaType = requestBody?.mediaTypes[0];
  if (requestBody === undefined || mediaType === undefined) {
    return [optionalMember("body", []), optionalMember("contentType", [])];
  }
  const content = requestBody.required ? `${type}["requestBody"]` : `NonNullable<${type}["requestBody"]>`;
  const body = `${content}["content"][${JSON.stringify(mediaType)}]`;
  return [
    requestBody.required ? `readonly body: ${body}` : `readonly body?: ${body} | undefined`,
    optionalMember("contentType", [mediaType]),
  ];
}

function optionalMember(name: string, mediaTypes: readonly string[]): string {
  return `readonly ${name}?: ${[...mediaTypes.map((mediaType) => JSON.stringify(mediaType)), "undefined"].join(" | ")}`;
}

/** Lists the first media type of each success status. */
function firstAnswers({ responses }: OperationDescription): readonly string[] {
  return [
    ...new Set(successStatuses(Object.keys(responses)).flatMap((status) => responses[status]?.[0] ?? [])),
  ];
}

/** Writes the union of the success bodies, one per status. */
function answer({ responses }: OperationDescription, type: string): string {
  const bodies = successStatuses(Object.keys(responses)).map((status) => {
    const mediaType = responses[status]?.[0];
    if (mediaType === undefined) return "undefined";
    const key = /^\d+$/.test(status) ? status : JSON.stringify(status);
    return `${type}["responses"][${key}]["content"][${JSON.stringify(mediaType)}]`;
  });
  // Without a declared success, a call never resolves.
  return bodies.length === 0 ? "never" : [...new Set(bodies)].join(" | ");
}

function answeredMediaTypes({ responses }: OperationDescription): string[] {
  return [...new Set(successStatuses(Object.keys(responses)).flatMap((status) => responses[status] ?? []))];
}
