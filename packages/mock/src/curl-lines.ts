import { isJsonObject, type JsonObject } from "./json-object.ts";
import type { Operation, Specification } from "./read-specification.ts";
import { resolveReference } from "./resolve-reference.ts";

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** The first example of a parameter or media type object, by whichever of the two ways it is written. */
function firstExample(document: JsonObject, holder: JsonObject): unknown {
  if (!isJsonObject(holder.examples)) return holder.example;
  return resolveReference(document, Object.values(holder.examples)[0]).value;
}

function examplePath(document: JsonObject, template: string, parameters: readonly JsonObject[]): string {
  return template.replace(/\{([^}]*)\}/g, (_, name: string) => {
    const parameter = parameters.find((candidate) => candidate.in === "path" && candidate.name === name);
    return encodeURIComponent(String(firstExample(document, parameter ?? {}) ?? 1));
  });
}

function curlLine(document: JsonObject, operation: Operation, url: string): string {
  const pathItem = resolveReference(document, resolveReference(document, document.paths)[operation.path]);
  const described = resolveReference(document, pathItem[operation.method.toLowerCase()]);
  const parameters = [described.parameters, pathItem.parameters]
    .flatMap((list) => (Array.isArray(list) ? list : []))
    .map((parameter) => resolveReference(document, parameter));
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

/**
 * Writes, for each operation, its name and a curl line to paste into a POSIX shell, made of the document's own examples.
 *
 * @param url base URL of the mock, without a slash at the end
 */
export function curlLines(document: JsonObject, specification: Specification, url: string): string {
  return specification.operations
    .map((operation) => `${operation.operationId}\n  ${curlLine(document, operation, url)}\n`)
    .join("\n");
}
