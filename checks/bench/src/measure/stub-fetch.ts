import { answerText, workload } from "../workload.ts";

/** Answers at once, without a network; builds a Request first, as a platform's fetch does. */
export async function stubFetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const request = input instanceof Request && init === undefined ? input : new Request(input, init);
  if (request.method !== "POST") throw new Error(`${request.method} was sent where POST was meant`);
  return new Response(answerText, { status: 200, headers: { "content-type": workload.mediaType } });
}
