import type { JsonObject } from "@np6/openapi-document";

const json = (schema: JsonObject, example?: unknown): JsonObject => ({
  "application/json": { schema, ...(example === undefined ? {} : { example }) },
});
const book = { $ref: "#/components/schemas/Book" };
const loan = { $ref: "#/components/schemas/Loan" };
const pages = { type: "array", items: { type: "string" } };
const answers = (schema: JsonObject, example?: unknown): JsonObject => ({
  responses: {
    "200": { description: "Done", content: json(schema, example) },
    "404": { description: "Unknown" },
  },
});
const takes = (schema: JsonObject): JsonObject => ({
  requestBody: { required: true, content: json(schema) },
});
const oak = { isbn: 3, title: "Oak", pages: [] };
const isbn = { name: "isbn", in: "path", required: true, schema: { type: "integer" }, example: 7 };
const loanId = { name: "id", in: "path", required: true, schema: { type: "string" } };

const parcelType = "application/vnd.example.parcel-v1";
const variant = (type: JsonObject): JsonObject => ({
  type: "object",
  required: ["type"],
  properties: { type, parcel: { type: "object" } },
});
const sent = { type: "sent", labels: ["a"] };
const lost = { type: "lost", parcel: { to: { city: "Lille" } } };
const toLille = { to: { city: "Lille" } };

/**
 * An API for tests that differs from NP6's. It has books and their loans. It also sends parcels, with a batch, an open
 * union and versions in its media types.
 */
export const libraryDocument: JsonObject = {
  openapi: "3.1.0",
  info: { title: "Library", version: "1.0.0" },
  servers: [{ url: "https://library.example" }],
  paths: {
    "/books": {
      get: { operationId: "listBooks", ...answers({ type: "array", items: book }) },
      post: { operationId: "createBook", ...takes(book), ...answers(book, oak) },
    },
    "/books/{isbn}": {
      parameters: [isbn],
      get: { operationId: "readBook", ...answers(book, oak) },
      put: { operationId: "replaceBook", ...takes(book), ...answers(book) },
      patch: { operationId: "updateBook", ...takes({}), ...answers(book) },
      delete: { operationId: "deleteBook", responses: { "204": { description: "Gone" } } },
    },
    "/books/{isbn}/pages": {
      parameters: [isbn],
      get: { operationId: "readPages", ...answers(pages) },
      put: { operationId: "replacePages", ...takes(pages), ...answers(pages) },
    },
    "/books/{isbn}/copy": { parameters: [isbn], post: { operationId: "copyBook", ...answers(book) } },
    "/books/{isbn}/lend": {
      parameters: [isbn],
      post: { operationId: "lendBook", ...takes({}), ...answers({ type: "object" }) },
    },
    "/books/{isbn}/loans": {
      parameters: [isbn],
      post: { operationId: "createLoan", ...takes(loan), ...answers(loan) },
    },
    "/books/{isbn}/loans/{id}": {
      parameters: [isbn, loanId],
      get: { operationId: "readLoan", ...answers(loan) },
    },
    "/parcels": {
      post: {
        operationId: "sendParcels",
        security: [{ key: [] }],
        requestBody: {
          required: true,
          content: {
            [parcelType]: {
              schema: { type: "array", items: { $ref: "#/components/schemas/Parcel" } },
              examples: { two: { value: [{ to: { city: "Lyon" } }, toLille] }, one: { value: [toLille] } },
            },
          },
        },
        responses: {
          "200": {
            description: "One result for each",
            content: {
              [parcelType]: {
                schema: { type: "array", items: { $ref: "#/components/schemas/ParcelResult" } },
                examples: {
                  all: { value: [sent, { ...sent, labels: [] }] },
                  partly: { value: [sent, lost] },
                },
              },
            },
          },
          "401": { description: "No key" },
          "404": { description: "Unknown" },
          "429": {
            description: "Too many",
            headers: {
              "X-RateLimit-Limit": { schema: { type: "string" }, example: "1000" },
              "X-RateLimit-Remaining": { schema: { type: "string" }, example: "742" },
              "X-RateLimit-Reset": { schema: { type: "string" }, example: "60" },
            },
            content: { "application/json": { schema: { type: "object" }, example: {} } },
          },
        },
      },
      get: {
        operationId: "listParcels",
        security: [{ key: [] }],
        responses: {
          "200": {
            description: "Parcels",
            content: {
              "application/json": {
                schema: { type: "array", items: { $ref: "#/components/schemas/Parcel" } },
                example: [toLille],
              },
            },
          },
        },
      },
    },
  },
  components: {
    securitySchemes: { key: { type: "apiKey", in: "header", name: "X-Key" } },
    schemas: {
      Book: {
        type: "object",
        properties: { isbn: { type: "integer" }, title: { type: "string" }, pages },
      },
      Loan: { type: "object", properties: { id: { type: "string" }, to: { type: "string" } } },
      Parcel: { type: "object", required: ["to"], properties: { to: { type: "object" } } },
      ParcelResult: {
        oneOf: [{ $ref: "#/components/schemas/KnownResult" }, { $ref: "#/components/schemas/UnknownResult" }],
      },
      KnownResult: {
        oneOf: [{ $ref: "#/components/schemas/Sent" }, { $ref: "#/components/schemas/Lost" }],
        discriminator: { propertyName: "type" },
      },
      Sent: variant({ const: "sent" }),
      Lost: variant({ const: "lost" }),
      UnknownResult: variant({ type: "string", not: { enum: ["sent", "lost"] } }),
    },
  },
};
