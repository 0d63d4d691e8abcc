import { createClient, isNp6Error } from "@np6/api-client";

// Outside the handler: made once per instance, so that connections and the retry budget are kept.
const np6 = createClient({
  apiKey: process.env.NP6_API_KEY,
  baseUrl: process.env.NP6_BASE_URL,
  // Ends before the platform does: a function that is killed can say nothing about the outcome.
  deadlineMs: 20_000,
});

/** Executes a workflow for the receiver of an event, in the shape that HTTP triggers of most platforms have. */
export async function handler(event: { body: string }): Promise<{ statusCode: number; body: string }> {
  const { workflow, receiver } = JSON.parse(event.body) as { workflow: number; receiver: string };
  try {
    const { type } = await np6.executeWorkflow({
      path: { id: workflow },
      body: { receiver: { type: "id", value: receiver } },
    });
    return { statusCode: 200, body: JSON.stringify({ result: type }) };
  } catch (error) {
    if (!isNp6Error(error)) throw error;
    // Thrown errors are what platforms repeat by themselves: only what may work later is thrown.
    if (error.next === "retry") throw error;
    const { kind, next, requestId } = error;
    return { statusCode: 502, body: JSON.stringify({ kind, next, requestId }) };
  }
}
