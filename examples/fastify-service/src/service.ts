import { isNp6Error, type Np6Client, type Np6Failure } from "@np6/api-client";
import Fastify, { type FastifyInstance } from "fastify";

const params = {
  type: "object",
  required: ["workflow", "receiver"],
  properties: { workflow: { type: "integer" }, receiver: { type: "string", pattern: "^\\w+$" } },
} as const;

/** `POST /workflows/<id>/receivers/<id>` executes a workflow. One error handler responds to all failures of the API. */
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
    // The failure's fields contain neither the key nor the API's response, which may name persons.
    request.log.error({ err: error });
    const { kind, next, retryAfterMs } = error;
    return reply.status(statusFor(error)).send({ kind, next, retryAfterMs });
  });
  return service;
}

/** Only 429 and 503 mean that the same request may succeed later. */
function statusFor({ kind, next }: Np6Failure): number {
  switch (next) {
    case "retry":
      return kind === "rate-limited" ? 429 : 503;
    case "fix-request":
      return 422;
    case "fix-setup":
      return 500;
    case "check":
      return 502;
  }
}
