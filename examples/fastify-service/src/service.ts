import { isNp6Error, type Np6Client } from "@np6/api-client";
import Fastify, { type FastifyInstance } from "fastify";

const params = {
  type: "object",
  required: ["workflow", "receiver"],
  properties: { workflow: { type: "integer" }, receiver: { type: "string", pattern: "^\\w+$" } },
} as const;

/** `POST /workflows/<id>/receivers/<id>` executes a workflow; failures of the API are answered in one place. */
export function createService(np6: Np6Client): FastifyInstance {
  const service = Fastify();
  service.post<{ Params: { workflow: number; receiver: string } }>(
    "/workflows/:workflow/receivers/:receiver",
    { schema: { params } },
    async ({ params: { workflow, receiver } }) => {
      const { type } = await np6.executeWorkflow({
        path: { id: workflow },
        body: { receiver: { type: "id", value: receiver } },
      });
      return { result: type };
    },
  );
  service.setErrorHandler((error, request, reply) => {
    if (!isNp6Error(error)) return reply.send(error);
    // Free of the key; not of what the API answered, which may speak of persons.
    const { kind, operationId, status, requestId, outcomeUnknown } = error;
    request.log.error({ kind, operationId, status, requestId, outcomeUnknown });
    if (kind === "rate-limited") {
      return reply.status(429).send({ kind, retryAfterMs: error.retryAfterMs });
    }
    return reply.status(outcomeUnknown ? 502 : 503).send({ kind, mayRetry: !outcomeUnknown });
  });
  return service;
}
