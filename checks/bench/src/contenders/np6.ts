import { createClient } from "../../../../packages/api-client/dist/index.mjs";
import { createUndiciFetch } from "../../../../packages/api-client/dist/undici.mjs";
import type { Execution } from "../../../../packages/api-types/dist/index.mjs";
import { workload } from "../workload.ts";
import type { Fetch, Prepare } from "./contender.ts";

const path = { id: 42 };

/** Creates a client with all features: both limits and the response cap by default, retries, two hooks. */
function client(baseUrl: string, fetch: Fetch | undefined) {
  const hook = () => undefined;
  return createClient({ apiKey: workload.key, baseUrl, fetch, on: { request: hook, response: hook } });
}

/** The client, called by operation methods. */
export const np6ByOperation: Prepare = (baseUrl, fetch) => {
  const np6 = client(baseUrl, fetch);
  return (body = workload.body) => np6.executeWorkflow({ path, body: body as Execution });
};

/** The client, called by method and path like openapi-fetch. */
export const np6ByPath: Prepare = (baseUrl, fetch) => {
  const np6 = client(baseUrl, fetch);
  return async (body = workload.body) => {
    const init = { params: { path }, body: body as Execution };
    const { data, error } = await np6.POST("/scripting/workflows/{id}/execution", init);
    if (error) throw error;
    return data;
  };
};

/** The client, called by operation methods, with undici as its transport. */
export const np6OverUndici: Prepare = (baseUrl) => np6ByOperation(baseUrl, createUndiciFetch() as Fetch);
