import { curlCommand, type ExampleBody, type ExampleOperation } from "@np6/openapi-document";
import type { Sample } from "./sample.ts";

/** Writes the call as a curl command. */
export function curlSample(operation: ExampleOperation, body: ExampleBody | undefined): Sample {
  const code = curlCommand(operation, body, { key: "$NP6_API_KEY", overLines: true });
  return { kind: "curl", title: "curl", code };
}
