import { createClient } from "@hey-api/client-fetch";
import { requestHeaders, workload } from "../workload.ts";
import type { Contender } from "./contender.ts";

/** hey-api's client, called as the SDK that it generates calls it. */
export const heyApi: Contender = {
  name: "hey-api",
  prepare: (baseUrl, fetch) => {
    const client = createClient({
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
  },
};
