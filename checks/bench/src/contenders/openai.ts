import OpenAI from "openai";
import { requestHeaders, workload } from "../workload.ts";
import type { Contender } from "./contender.ts";

/** The core of the OpenAI SDK, which many generated SDKs share, with its defaults: timeout and retries. */
export const openaiSdk: Contender = {
  name: "openai SDK",
  prepare: (baseUrl, fetch) => {
    const client = new OpenAI({
      apiKey: workload.key,
      baseURL: baseUrl,
      defaultHeaders: { ...requestHeaders },
      ...(fetch && { fetch: fetch as typeof globalThis.fetch }),
    });
    return (body = workload.body) => client.post(workload.path, { body: body as object });
  },
};
