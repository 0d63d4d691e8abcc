import type { ExampleBody, ExampleOperation } from "@np6/openapi-document";
import { writeInlineLiteral, writeLiteral } from "./write-literal.ts";

/**
 * Writes a call of an operation method, indented by two spaces after its first line.
 * @param prefer the `Prefer` value for the mock
 */
export function writeCall(
  operation: ExampleOperation,
  body: ExampleBody | undefined,
  prefer?: string,
): string {
  const { path, query, header } = operation.parameters;
  const firstMediaType = operation.bodies[0]?.mediaType;
  const options = [
    ...Object.entries({ path, query, header }).flatMap(([name, values]) =>
      Object.keys(values).length === 0 ? [] : [`${name}: ${writeInlineLiteral(values)},`],
    ),
    ...(body === undefined ? [] : [`body: ${writeLiteral(body.value, 4)},`]),
    // Without `contentType`, the client sends the first media type.
    ...(body === undefined || body.mediaType === firstMediaType
      ? []
      : [`contentType: ${JSON.stringify(body.mediaType)},`]),
    ...(body?.accept === undefined ? [] : [`accept: ${JSON.stringify(body.accept)},`]),
    ...(prefer === undefined
      ? []
      : [`headers: { Prefer: ${JSON.stringify(prefer)} }, // asks for this answer`]),
  ];
  if (options.length === 0) return `np6.${operation.operationId}()`;
  return `np6.${operation.operationId}({\n${options.map((option) => `    ${option}\n`).join("")}  })`;
}
