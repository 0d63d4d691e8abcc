import ky from "ky";
import { requestHeaders, workload } from "../workload.ts";
import type { Contender } from "./contender.ts";

/** ky with its defaults: a timeout, and retries that leave POST alone. */
export const kyClient: Contender = {
  name: "ky",
  prepare: (baseUrl, fetch) => {
    const client = ky.create({
      headers: requestHeaders,
      ...(fetch && { fetch: fetch as typeof globalThis.fetch }),
    });
    return (body = workload.body) => client.post(`${baseUrl}${workload.path}`, { json: body }).json();
  },
};
