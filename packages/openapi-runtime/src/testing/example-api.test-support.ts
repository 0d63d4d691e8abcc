import type { ApiDescription, NamedOperation } from "../table/api-description.ts";

export const version1 = "application/vnd.example.thing-v1";
export const version2 = "application/vnd.example.thing-v2";

/** A small API that covers every case of the runtime. It has nothing in common with NP6. */
export const exampleApi: ApiDescription = {
  server: "https://api.example.com",
  responseHeaders: {
    requestId: "x-request-id",
    rateLimit: {
      limit: "x-ratelimit-limit",
      remaining: "x-ratelimit-remaining",
      reset: "x-ratelimit-reset",
    },
  },
  securitySchemes: { apiKey: { type: "apiKey", in: "header", name: "X-Key" } },
  mediaTypes: {
    "application/json": "json",
    [version1]: "json",
    [version2]: "json",
    "text/plain": "text",
    "application/octet-stream": "binary",
    "multipart/form-data": "form-data",
    "application/x-www-form-urlencoded": "url-encoded",
  },
  operations: {
    listThings: {
      method: "GET",
      path: "/things",
      pathParameters: {},
      querySeparators: { inOne: "|" },
      responses: {
        "200": ["application/json"],
        "404": [],
        "4XX": ["application/json"],
        default: ["text/plain"],
      },
      security: ["apiKey"],
      idempotent: true,
    },
    createThing: {
      method: "POST",
      path: "/things",
      pathParameters: {},
      requestBody: { required: true, mediaTypes: [version1, version2] },
      responses: { "201": [version1, version2], "202": [], "4XX": ["application/json"], "409": [] },
      security: ["apiKey"],
      idempotent: false,
    },
    runThing: {
      method: "POST",
      path: "/things/{id}/run",
      pathParameters: { id: { type: "integer", format: "int32" } },
      responses: { "200": ["application/json"], "409": [], default: ["application/json"] },
      security: ["apiKey"],
      idempotent: false,
    },
    deleteThing: {
      method: "DELETE",
      path: "/things/{id}",
      pathParameters: { id: { type: "integer", format: "int32" } },
      responses: { "204": [], "4XX": ["application/json"] },
      security: ["apiKey"],
      idempotent: true,
    },
    readNote: {
      method: "GET",
      path: "/notes/{name}",
      pathParameters: { name: { type: "string" } },
      responses: { "200": ["text/plain"] },
      security: ["apiKey"],
      idempotent: true,
    },
    peekNote: {
      method: "HEAD",
      path: "/notes/{name}",
      pathParameters: { name: { type: "string" } },
      responses: { "200": ["text/plain"] },
      security: ["apiKey"],
      idempotent: true,
    },
    downloadFile: {
      method: "GET",
      path: "/file",
      pathParameters: {},
      responses: { "200": ["application/octet-stream"] },
      security: ["apiKey"],
      idempotent: true,
    },
    upload: {
      method: "POST",
      path: "/uploads",
      pathParameters: {},
      requestBody: {
        required: false,
        mediaTypes: [
          "application/octet-stream",
          "text/plain",
          "multipart/form-data",
          "application/x-www-form-urlencoded",
        ],
      },
      responses: { "204": [] },
      security: ["apiKey"],
      idempotent: false,
    },
    ping: {
      method: "GET",
      path: "/ping",
      pathParameters: {},
      responses: { default: ["application/json"] },
      security: [],
      idempotent: true,
    },
  },
};

/** Finds an operation of the example API by its operationId. */
export function exampleOperation(operationId: string): NamedOperation {
  const description = exampleApi.operations[operationId];
  if (description === undefined) throw new Error(`the example has no operation ${operationId}`);
  return { operationId, ...description };
}
