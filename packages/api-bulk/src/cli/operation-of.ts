import { type ClientOptions, createClient } from "@np6/api-client";
import { BulkError } from "../bulk-error.ts";
import { type BulkOperation, executeWorkflowBatch } from "../protocol/bulk-operation.ts";
import type { CommandLine } from "./options.ts";
import type { Terminal } from "./terminal.ts";

/** Makes the operation with the key and address of the environment. @throws BulkError when there is no key */
export function operationOf(line: CommandLine, { environment }: Terminal): BulkOperation {
  const { NP6_API_KEY: apiKey, NP6_BASE_URL } = environment;
  if (apiKey === undefined || apiKey === "") {
    throw new BulkError("NP6_API_KEY is not set. The key is read only from this variable.");
  }
  const baseUrl = line.text("base-url") ?? NP6_BASE_URL;
  const options = { apiKey, ...(baseUrl === undefined ? {} : { baseUrl }) } as ClientOptions<[]>;
  return executeWorkflowBatch(createClient(options));
}
