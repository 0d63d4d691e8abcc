import type { ExampleBody, ExampleOperation } from "@np6/openapi-document";
import type { Sample } from "./sample.ts";
import { writeCall } from "./write-call.ts";

const lookFirst = `  if (error.outcomeUnknown) {
    console.error("It may have run: look before a repeat.");
  }
`;

/** Writes a call with the client, and the handling of its failure. */
export function typescriptSample(operation: ExampleOperation, body: ExampleBody | undefined): Sample {
  const call = `await ${writeCall(operation, body)};`;
  const code = `import { createClient, isNp6Error } from "@np6/api-client";

const np6 = createClient({
  apiKey: process.env.NP6_API_KEY,
  // A mock, or ${operation.server}; refused when it is not set.
  baseUrl: process.env.NP6_BASE_URL,
});
try {
${operation.accept.length === 0 ? `  ${call}` : `  const result = ${call}\n  console.log(result);`}
} catch (error) {
  if (!isNp6Error(error)) throw error;
  console.error(error.kind, error.status, error.requestId);
${operation.idempotent ? "" : lookFirst}  process.exitCode = 1;
}`;
  return { kind: "typescript", title: "TypeScript", code };
}
