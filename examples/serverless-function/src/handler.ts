import { createClient, isNp6Error } from "@np6/api-client";

// Outside the handler, so that one client per instance keeps connections and the retry budget.
const np6 = createClient({
  apiKey: process.env.NP6_API_KEY,
  baseUrl: process.env.NP6_BASE_URL,
  // Shorter than the platform's limit: a function that is killed cannot report the outcome.
  deadlineMs: 20_000,
});

/** Executes a workflow for the receiver of an event. The event has the form of most platforms' HTTP triggers. */
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
    // Platforms repeat a function that throws, so only failures that may succeed later are thrown.
    if (error.next === "retry") throw error;
    const { kind, next, requestId } = error;
    return { statusCode: 502, body: JSON.stringify({ kind, next, requestId }) };
  }
}
