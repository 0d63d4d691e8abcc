import { Agent, request } from "undici";
import { requestHeaders, workload } from "../workload.ts";
import type { Contender } from "./contender.ts";

/** undici's own interface by hand: the least that a request costs on Node. */
export const undiciRequest: Contender = {
  name: "undici.request",
  prepare: (baseUrl) => {
    const dispatcher = new Agent({ pipelining: 1 });
    return async (body = workload.body) => {
      const options = { method: "POST", headers: requestHeaders, body: JSON.stringify(body), dispatcher };
      const answer = await request(`${baseUrl}${workload.path}`, options);
      if (answer.statusCode !== 200) throw new Error(`status ${answer.statusCode}`);
      return answer.body.json();
    };
  },
};
