import type { JsonObject } from "@np6/openapi-document";

const shelf = { type: "object", required: ["name"], properties: { name: { type: "string" } } };
const oak = { name: "oak" };

/** A small API in the vendor's style, for tests: a JSON media type without `json` in its name, empty refusals. */
export const testDocument: JsonObject = {
  openapi: "3.1.0",
  info: { title: "Shelves", version: "1.0.0" },
  servers: [{ url: "https://shelves.example" }],
  security: [{ key: [] }],
  paths: {
    "/shelves": {
      get: {
        operationId: "listShelves",
        responses: {
          "200": {
            description: "CSV",
            content: { "text/csv": { schema: { type: "string" }, example: "name\noak\n" } },
          },
        },
      },
    },
    "/shelves/{id}": {
      parameters: [{ $ref: "#/components/parameters/Id" }],
      put: {
        operationId: "replaceShelf",
        requestBody: {
          required: true,
          content: {
            "application/vnd.example.shelf-v1": {
              schema: { $ref: "#/components/schemas/Shelf" },
              examples: { oak: { value: oak } },
            },
          },
        },
        responses: {
          "200": {
            description: "Replaced",
            content: {
              "application/vnd.example.shelf-v1": {
                schema: { $ref: "#/components/schemas/Shelf" },
                examples: { oak: { value: oak }, pine: { value: { name: "pine's" } } },
              },
              "application/json": {
                schema: { $ref: "#/components/schemas/Shelf" },
                examples: { oak: { value: oak } },
              },
            },
          },
          "400": { $ref: "#/components/responses/Refused" },
          "401": { $ref: "#/components/responses/Refused" },
          "409": { $ref: "#/components/responses/Refused" },
          "415": { description: "Wrong media type, without a body" },
          "500": {
            description: "Always with a body",
            content: { "application/json": { schema: { type: "object" }, example: { message: "broken" } } },
          },
        },
      },
      delete: { operationId: "deleteShelf", responses: { "204": { description: "Gone" } } },
    },
    "/shelves/first": {
      post: { operationId: "makeFirstShelf", responses: { "204": { description: "Made" } } },
    },
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
    schemas: { Shelf: { ...shelf, additionalProperties: false } },
    responses: {
      Refused: {
        description: "Refused, often without a body",
        "x-body-may-be-empty": true,
        headers: { "x-request-id": { schema: { type: "string" }, example: "request-1" } },
        content: {
          "application/vnd.example.refusal-v1": {
            schema: { type: "object", properties: { message: { type: "string" } } },
            examples: { refused: { value: { message: "refused" } } },
          },
        },
      },
    },
  },
};
