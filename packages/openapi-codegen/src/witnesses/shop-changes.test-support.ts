import type { SpecChange } from "@np6/openapi-diff";
import type { JsonObject } from "@np6/openapi-document";
import { parse } from "yaml";

const document = `openapi: 3.1.0
info: { title: Shop, version: 1.0.0 }
servers: [{ url: https://api.example.com }]
paths:
  /orders/{id}:
    post:
      operationId: placeOrder
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
        - { name: tag, in: query, schema: { type: [string, "null"] } }
      requestBody:
        content:
          application/json:
            schema: { type: object, required: [a], properties: { a: { type: string }, b: { type: number } } }
      responses:
        "200":
          description: d
          headers: { X-Cost: { required: true, schema: { type: string } } }
          content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } }
        "404": { description: d }
webhooks:
  ordered:
    post:
      requestBody: { content: { application/json: { schema: { type: object, required: [w], properties: { w: { type: string } } } } } }
      responses: { "204": { description: d } }
components:
  schemas:
    Order:
      type: object
      required: [kind, lines, pair]
      properties:
        kind: { type: string, enum: [private, business] }
        note: { type: string }
        lines: { type: array, items: { $ref: "#/components/schemas/Line" } }
        pair: { type: array, prefixItems: [{ type: string }, { type: number }], items: false, minItems: 2 }
        more: { type: object, additionalProperties: { type: string } }
    Line:
      oneOf:
        - { type: object, required: [type, text], properties: { type: { const: text }, text: { type: string } } }
        - { type: object, required: [type, count], properties: { type: { const: count }, count: { type: number } } }
    Unused: { type: object, properties: { u: { type: string } } }
`;

/** A text of the document and its replacement. */
export type Edit = readonly [from: string, to: string];

/** Breaking changes of types, and a name in the code that proves each. */
export const kinds: readonly (readonly [string, Edit, RegExp?])[] = [
  ["a field of an answer that is gone", ["        note: { type: string }\n", ""], /answer\.note/],
  ["a field deep in a variant that is gone", ["text: { type: string } } }", "other: { type: string } } }"]],
  [
    "a required field of an answer that may be missing",
    ["[kind, lines, pair]", "[kind, lines]"],
    /answer\.pair/,
  ],
  ["a field of a request that is gone", [", b: { type: number }", ""], /b: given/],
  [
    "a field of a request that is new and has to be given",
    ["[a], properties: { a", "[a, c], properties: { c: {}, a"],
  ],
  ["another type in an answer", ["note: { type: string }", "note: { type: number }"], /answer\.note/],
  ["another type in a request", ["b: { type: number }", "b: { type: string }"]],
  ["null in an answer", ["note: { type: string }", 'note: { type: [string, "null"] }'], /answer\.note/],
  ["no null in a parameter", ['{ type: [string, "null"] }', "{ type: string }"]],
  ["a value that is gone", ["enum: [private, business]", "enum: [private]"]],
  ["an item of a tuple", ["{ type: string }, { type: number }]", "{ type: string }, { type: string }]"]],
  [
    "further properties",
    ["additionalProperties: { type: string }", "additionalProperties: { type: number }"],
  ],
  ["a parameter that became required", ["in: query, schema", "in: query, required: true, schema"]],
  ["a parameter that is called otherwise", ["name: tag", "name: label"]],
  ["a parameter in another place", ["name: tag, in: query", "name: tag, in: header"]],
  [
    "a body that became required",
    ["requestBody:\n        content", "requestBody:\n        required: true\n        content"],
  ],
  [
    "another media type",
    [
      "application/json:\n            schema: { type: object, required: [a]",
      "text/csv:\n            schema: { type: object, required: [a]",
    ],
  ],
  ["another status", ['"200":', '"201":'], /"200"/],
  ["a refusal that is gone", ['        "404": { description: d }\n', ""], /"404"/],
  [
    "a header that is gone",
    ["headers: { X-Cost: { required: true, schema: { type: string } } }\n          ", ""],
    /X-Cost/,
  ],
  ["another operationId", ["placeOrder", "order"], /placeOrder/],
  ["another path", ["/orders/{id}", "/order/{id}"], /orders/],
  ["another method", ["    post:\n      operationId", "    put:\n      operationId"]],
  [
    "a type with a name that is gone",
    ["    Unused: { type: object, properties: { u: { type: string } } }\n", ""],
    /Unused/,
  ],
  ["a type that no operation uses", ["{ u: { type: string } }", "{ u: { type: number } }"], /\.u/],
  [
    "a field of a webhook that is gone",
    [", required: [w], properties: { w: { type: string } }", ""],
    /answer\.w/,
  ],
];

/** Returns the document after a change. */
export const edited = ([from, to]: Edit): JsonObject => {
  if (!document.includes(from)) throw new Error(`the document has no ${from}`);
  return parse(document.replace(from, to)) as JsonObject;
};
export const base: JsonObject = parse(document) as JsonObject;
export const breaksTypes = ({ bump, breaks }: SpecChange): boolean =>
  bump === "major" && breaks?.includes("types") === true;
