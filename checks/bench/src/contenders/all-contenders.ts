import { createClient as createHeyApi } from "@hey-api/client-fetch";
import axios from "axios";
import ky from "ky";
import OpenAI from "openai";
import createOpenapiFetch from "openapi-fetch";
import { Agent, request } from "undici";
import type { paths } from "../../../../packages/api-types/dist/index.mjs";
import { requestHeaders, workload } from "../workload.ts";
import type { Fetch, Prepare } from "./contender.ts";
import { np6ByOperation, np6ByPath, np6OverUndici } from "./np6.ts";

async function execute(
  url: string,
  fetch: Fetch,
  body: unknown,
  signal: AbortSignal | null,
): Promise<unknown> {
  const response = await fetch(url, {
    method: "POST",
    headers: requestHeaders,
    body: JSON.stringify(body),
    signal,
  });
  if (!response.ok) throw new Error(`status ${response.status}`);
  return response.json();
}

/** A hand-written call without any handling of failures. All ratios are relative to it. */
const rawFetch: Prepare =
  (baseUrl, fetch = globalThis.fetch) =>
  (body = workload.body) =>
    execute(`${baseUrl}${workload.path}`, fetch, body, null);

/** The same call with a time limit, which shows the platform's cost of a limit for any client. */
const rawFetchWithTimeout: Prepare =
  (baseUrl, fetch = globalThis.fetch) =>
  async (body = workload.body) => {
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), 30_000);
    try {
      return await execute(`${baseUrl}${workload.path}`, fetch, body, controller.signal);
    } finally {
      clearTimeout(timer);
    }
  };

/** openapi-fetch, used as in its documentation. */
const openapiFetch: Prepare = (baseUrl, fetch) => {
  const client = createOpenapiFetch<paths>({ baseUrl, headers: requestHeaders, ...(fetch && { fetch }) });
  return async (body = workload.body) => {
    const init = { params: { path: { id: 42 } }, body: body as object };
    const { data, error } = await client.POST("/scripting/workflows/{id}/execution", init);
    if (error) throw new Error("refused");
    return data;
  };
};

/** hey-api's client, called like its generated SDK calls it. */
const heyApi: Prepare = (baseUrl, fetch) => {
  const client = createHeyApi({
    baseUrl,
    headers: requestHeaders,
    parseAs: "json",
    throwOnError: true,
    ...(fetch && { fetch }),
  });
  return async (body = workload.body) => {
    const url = "/scripting/workflows/{id}/execution";
    return (await client.post({ url, path: { id: 42 }, body: body as object })).data;
  };
};

/** axios, over a given fetch, or else over its own adapter for Node. */
const axiosClient: Prepare = (baseUrl, fetch) => {
  const client = axios.create({ baseURL: baseUrl, headers: { ...requestHeaders } });
  if (fetch !== undefined) {
    client.defaults.adapter = "fetch";
    client.defaults.env = { fetch: fetch as typeof globalThis.fetch };
  }
  return async (body = workload.body) => (await client.post(workload.path, body)).data;
};

/** ky with its defaults: a timeout, and retries that exclude POST. */
const kyClient: Prepare = (baseUrl, fetch) => {
  const client = ky.create({
    headers: requestHeaders,
    ...(fetch && { fetch: fetch as typeof globalThis.fetch }),
  });
  return (body = workload.body) => client.post(`${baseUrl}${workload.path}`, { json: body }).json();
};

/** The core of the OpenAI SDK, which many generated SDKs share, with its default timeout and retries. */
const openaiSdk: Prepare = (baseUrl, fetch) => {
  const client = new OpenAI({
    apiKey: workload.key,
    baseURL: baseUrl,
    defaultHeaders: { ...requestHeaders },
    ...(fetch && { fetch: fetch as typeof globalThis.fetch }),
  });
  return (body = workload.body) => client.post(workload.path, { body: body as object });
};

/** undici's own API, called by hand: the lowest cost of a request on Node. */
const undiciRequest: Prepare = (baseUrl) => {
  const dispatcher = new Agent({ pipelining: 1 });
  return async (body = workload.body) => {
    const options = { method: "POST", headers: requestHeaders, body: JSON.stringify(body), dispatcher };
    const answer = await request(`${baseUrl}${workload.path}`, options);
    if (answer.statusCode !== 200) throw new Error(`status ${answer.statusCode}`);
    return answer.body.json();
  };
};

/** All clients that can send by any `fetch`, the reference first. */
export const allContenders: Readonly<Record<string, Prepare>> = {
  "raw fetch": rawFetch,
  "raw fetch with a timeout": rawFetchWithTimeout,
  "np6, by operation": np6ByOperation,
  "np6, by path": np6ByPath,
  "openapi-fetch": openapiFetch,
  "hey-api": heyApi,
  axios: axiosClient,
  ky: kyClient,
  "openai SDK": openaiSdk,
};

/** Clients with their own transport. */
export const undiciContenders: Readonly<Record<string, Prepare>> = {
  "np6, by operation, undici": np6OverUndici,
  "undici.request": undiciRequest,
};
