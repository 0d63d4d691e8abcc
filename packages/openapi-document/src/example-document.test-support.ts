import type { CallableOperations } from "./examples/list-example-operations.ts";
import type { JsonObject } from "./pointer/json-object.ts";

const vendor = "application/vnd.example.shelf-v1";

/** A small API with one example of everything that a call can need. */
export const testDocument: JsonObject = {
  openapi: "3.1.0",
  info: { title: "Shelves", version: "1.0.0" },
  servers: [{ url: "https://shelves.example/" }],
  security: [{ key: [] }],
  paths: {
    "/shelves/{id}": {
      parameters: [{ $ref: "#/components/parameters/Id" }],
      put: {
        operationId: "replaceShelf",
        parameters: [
          { name: "dry run", in: "query", required: true, schema: { type: "boolean" }, example: true },
          { name: "page", in: "query", schema: { type: "integer" }, example: 2 },
          { name: "X-Reason", in: "header", required: true, schema: { type: "string" }, example: "it's old" },
        ],
        requestBody: {
          content: {
            [vendor]: {
              schema: { type: "object" },
              examples: {
                oak: { $ref: "#/components/examples/Oak" },
                pine: { value: { name: "pine's" } },
              },
            },
            "text/plain": { schema: { type: "string" }, example: "oak" },
            "application/json": { schema: { type: "object" } },
          },
        },
        responses: {
          "200": { description: "Replaced", content: { [vendor]: { schema: { type: "object" } } } },
          "202": { description: "Later", content: { "application/json": { schema: { type: "object" } } } },
          "409": { description: "No", content: { "text/plain": { schema: { type: "string" } } } },
        },
      },
      get: {
        operationId: "readShelf",
        security: [],
        parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" }, example: "a/b" }],
        responses: { "204": { description: "Nothing" } },
      },
    },
    "/shelves": { post: { operationId: "makeShelf", responses: { "204": { description: "Made" } } } },
  },
  components: {
    securitySchemes: { key: { type: "apiKey", in: "header", name: "X-Key" } },
    parameters: {
      Id: {
        name: "id",
        in: "path",
        required: true,
        schema: { type: "integer" },
        examples: { one: { value: 7 } },
      },
    },
    examples: { Oak: { summary: "A shelf of oak", value: { name: "oak" } } },
  },
};

/** The operation table of that API. */
export const testTable: CallableOperations = {
  server: "https://shelves.example/",
  securitySchemes: { key: { type: "apiKey", in: "header", name: "X-Key" } },
  mediaTypes: { [vendor]: "json", "text/plain": "text", "application/json": "json" },
  operations: {
    replaceShelf: {
      method: "PUT",
      path: "/shelves/{id}",
      idempotent: true,
      security: ["key"],
      requestBody: { mediaTypes: [vendor, "text/plain", "application/json"] },
      responses: { "200": [vendor], "202": ["application/json"], "409": ["text/plain"] },
    },
    readShelf: {
      method: "GET",
      path: "/shelves/{id}",
      idempotent: true,
      security: [],
      responses: { "204": [] },
    },
    makeShelf: {
      method: "POST",
      path: "/shelves",
      idempotent: false,
      security: ["key"],
      responses: { "204": [] },
    },
  },
};
