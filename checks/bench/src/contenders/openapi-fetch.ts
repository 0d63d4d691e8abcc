import createClient from "openapi-fetch";
import type { paths } from "../../../../packages/api-types/dist/index.mjs";
import { requestHeaders, workload } from "../workload.ts";
import type { Contender } from "./contender.ts";

/** openapi-fetch as its documentation shows it. */
export const openapiFetch: Contender = {
  name: "openapi-fetch",
  prepare: (baseUrl, fetch) => {
    const client = createClient<paths>({ baseUrl, headers: requestHeaders, ...(fetch && { fetch }) });
    return async (body = workload.body) => {
      const init = { params: { path: { id: 42 } }, body: body as object };
      const { data, error } = await client.POST("/scripting/workflows/{id}/execution", init);
      if (error) throw new Error("refused");
      return data;
    };
  },
};
