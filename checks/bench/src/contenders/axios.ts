import axios from "axios";
import { requestHeaders, workload } from "../workload.ts";
import type { Contender } from "./contender.ts";

/** axios: over fetch when there is one to use, else over its own adapter for Node. */
export const axiosClient: Contender = {
  name: "axios",
  prepare: (baseUrl, fetch) => {
    const client = axios.create({ baseURL: baseUrl, headers: { ...requestHeaders } });
    if (fetch !== undefined) {
      client.defaults.adapter = "fetch";
      client.defaults.env = { fetch: fetch as typeof globalThis.fetch };
    }
    return async (body = workload.body) => (await client.post(workload.path, body)).data;
  },
};
