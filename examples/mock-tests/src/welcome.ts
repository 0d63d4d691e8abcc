import { isNp6Error, type Np6Client } from "@np6/api-client";

/** What became of a welcome mail. */
export type Welcome = "sent" | "refused" | "unknown: look it up before sending again";

/** The code under test: executes the workflow for a receiver and says what became of it. */
export async function welcome(np6: Np6Client, receiver: string, headers?: HeadersInit): Promise<Welcome> {
  try {
    const { type } = await np6.executeWorkflow({
      path: { id: 42 },
      body: { receiver: { type: "id", value: receiver } },
      headers,
    });
    return type === "success" ? "sent" : "refused";
  } catch (error) {
    if (!isNp6Error(error)) throw error;
    return error.outcomeUnknown ? "unknown: look it up before sending again" : "refused";
  }
}
