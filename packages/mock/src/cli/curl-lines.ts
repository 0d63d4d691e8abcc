import { type JsonObject, isJsonObject, resolveReference } from "@np6/openapi-document";
import type { Operation, Specification } from "../read-specification.ts";
import { firstExample } from "../schemas/first-example.ts";
import { operationObject, operationParameters } from "../schemas/operation-object.ts";

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function examplePath(document: JsonObject, template: string, parameters: readonly JsonObject[]): string {
  return template.replace(/\{([^}]*)\}/g, (_, name: string) => {
    const parameter = parameters.find((candidate) => candidate.in === "path" && candidate.name === name);
    return encodeURIComponent(String(firstExample(document, parameter ?? {}) ?? 1));
  });
}

function curlLine(document: JsonObject, operation: Operation, url: string): string {
  const described = operationObject(document, operation);
  const parameters = operationParameters(document, operation);
  const { content } = resolveReference(document, described.requestBody);
  const [mediaType, media] = Object.entries(isJsonObject(content) ? content : {})[0] ?? [];
  const accept = Object.entries(operation.responses).find(([status]) => /^2/.test(status))?.[1].mediaTypes[0];

  const headers = [
    ...operation.keyHeaders.map((name) => `${name}: any-key`),
    ...(accept === undefined ? [] : [`Accept: ${accept}`]),
    ...(mediaType === undefined ? [] : [`Content-Type: ${mediaType}`]),
  ];
  // curl sends no Content-Length without data.
  const withoutBody = ["POST", "PUT", "PATCH"].includes(operation.method) ? ["-d ''"] : [];
  const example = firstExample(document, resolveReference(document, media));
  return [
    `curl -i -X ${operation.method} ${quote(url + examplePath(document, operation.path, parameters))}`,
    ...headers.map((header) => `-H ${quote(header)}`),
    ...(mediaType === undefined ? withoutBody : [`-d ${quote(JSON.stringify(example ?? {}))}`]),
  ].join(" ");
}

/** An operation's name and a line that calls it. */
export interface CurlLine {
  readonly operationId: string;
  readonly line: string;
}

/**
 * Writes, for each operation, a curl line to paste into a POSIX shell, made of the document's own examples.
 *
 * @param url base URL of the mock, without a slash at the end
 */
export function curlLines(document: JsonObject, specification: Specification, url: string): CurlLine[] {
  return specification.operations.map((operation) => ({
    operationId: operation.operationId,
    line: curlLine(document, operation, url),
  }));
}
