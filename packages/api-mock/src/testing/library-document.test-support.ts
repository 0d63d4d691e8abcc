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

/** An API that keeps things, another than NP6's, for tests: two kinds, one below the other. */
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
  },
  components: {
    schemas: {
      Book: {
        type: "object",
        properties: { isbn: { type: "integer" }, title: { type: "string" }, pages },
      },
      Loan: { type: "object", properties: { id: { type: "string" }, to: { type: "string" } } },
    },
  },
};
