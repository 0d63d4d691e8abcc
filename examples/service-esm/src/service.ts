import { createServer, type Server } from "node:http";
import { isNp6Error, type Np6Client } from "@np6/api-client";

/** `POST /welcome/<receiver id>` executes the workflow for that receiver. */
export function createService(np6: Np6Client, workflowId: number): Server {
  return createServer(async (request, response) => {
    const receiver = /^\/welcome\/(\w+)$/.exec(request.url ?? "")?.[1];
    if (request.method !== "POST" || receiver === undefined) {
      response.writeHead(404).end();
      return;
    }
    const { status, body } = await welcome(np6, workflowId, receiver);
    response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
  });
}

async function welcome(
  np6: Np6Client,
  id: number,
  value: string,
): Promise<{ status: number; body: Record<string, unknown> }> {
  try {
    const { type } = await np6.executeWorkflow({ path: { id }, body: { receiver: { type: "id", value } } });
    return { status: 200, body: { result: type } };
  } catch (error) {
    if (!isNp6Error(error)) throw error;
    // The caller must not simply repeat a request when the mail may be sent already, or when it can never succeed.
    const { kind, requestId, next } = error;
    return { status: next === "retry" ? 503 : 502, body: { kind, requestId, next } };
  }
}
