import { answerText, workload } from "../workload.ts";

/** Responds at once, without a network; builds a Request first, like a platform's fetch. */
export async function stubFetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const request = input instanceof Request && init === undefined ? input : new Request(input, init);
  if (request.method !== "POST") throw new Error(`${request.method} was sent instead of POST`);
  return new Response(answerText, { status: 200, headers: { "content-type": workload.mediaType } });
}
