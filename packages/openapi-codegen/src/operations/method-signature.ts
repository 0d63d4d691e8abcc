import {
  type JsonObject,
  type ListedOperation,
  type OperationDescription,
  operationParameters,
} from "@np6/openapi-document";
import { successStatuses } from "./success-statuses.ts";

/** Whether what a call takes and answers can be told without knowing which media type it chooses. */
export function hasOneMediaType(operation: OperationDescription): boolean {
  return answeredMediaTypes(operation).length <= 1 && (operation.requestBody?.mediaTypes.length ?? 0) <= 1;
}

/** What a client's method takes and gives, in terms of the types file's `operations`. */
export interface MethodTypes {
  /** The members of what it takes, without a semicolon. */
  readonly members: readonly string[];
  /** Whether it can be called without any. */
  readonly isOptional: boolean;
  readonly result: string;
}

/** @param name the operation's, in `operations` */
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

/** The members `path`, `query` and `header`, of which the last two may be left out when nothing in them is required. */
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

/** The first media type of each success. */
function firstAnswers({ responses }: OperationDescription): readonly string[] {
  return [
    ...new Set(successStatuses(Object.keys(responses)).flatMap((status) => responses[status]?.[0] ?? [])),
  ];
}

/** What a success answers, each status once. */
function answer({ responses }: OperationDescription, type: string): string {
  const bodies = successStatuses(Object.keys(responses)).map((status) => {
    const mediaType = responses[status]?.[0];
    if (mediaType === undefined) return "undefined";
    const key = /^\d+$/.test(status) ? status : JSON.stringify(status);
    return `${type}["responses"][${key}]["content"][${JSON.stringify(mediaType)}]`;
  });
  // An operation whose successes are not declared never gives anything back.
  return bodies.length === 0 ? "never" : [...new Set(bodies)].join(" | ");
}

function answeredMediaTypes({ responses }: OperationDescription): string[] {
  return [...new Set(successStatuses(Object.keys(responses)).flatMap((status) => responses[status] ?? []))];
}
