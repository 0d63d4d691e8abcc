import type { JsonObject } from "@np6/openapi-document";
import { parse } from "yaml";

const text = `
openapi: 3.1.0
info: { title: Shop, version: 1.0.0, description: Sells things. }
servers:
  - url: https://api.example.com
security: [{ apiKey: [] }]
tags: [{ name: orders, description: Orders. }]
paths:
  /orders:
    post:
      operationId: createOrder
      summary: Orders something
      description: Orders something for a customer.
      tags: [orders]
      requestBody:
        required: true
        content:
          application/vnd.example.order-v4:
            schema: { $ref: "#/components/schemas/NewOrder" }
            examples: { small: { value: { customer: "7" } } }
      responses:
        "201":
          description: What became of it.
          headers:
            x-request-id: { description: For support., schema: { type: string } }
          content:
            application/vnd.example.order-v4:
              schema: { $ref: "#/components/schemas/OrderResult" }
        "400": { $ref: "#/components/responses/Refused" }
        "409": { description: It exists already., x-body-may-be-empty: true }
  /orders/{id}:
    parameters:
      - $ref: "#/components/parameters/OrderId"
    get:
      operationId: getOrder
      parameters:
        - { name: expand, in: query, description: What to add., schema: { type: string, enum: [lines, buyer] } }
        - { name: X-Trace, in: header, description: For tracing., schema: { type: string } }
      responses:
        "200":
          description: The order.
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Order" }
        "404": { $ref: "#/components/responses/Refused" }
    put:
      operationId: replaceOrder
      requestBody:
        required: true
        content:
          application/json:
            schema: { $ref: "#/components/schemas/Order" }
      responses:
        "200":
          description: The order.
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Order" }
  /orders/{id}/cancellation:
    parameters:
      - $ref: "#/components/parameters/OrderId"
    post:
      operationId: cancelOrder
      responses:
        "204": { description: Cancelled. }
  /notes:
    post:
      operationId: addNote
      requestBody:
        content:
          text/plain: { schema: { type: string, maxLength: 80 } }
          application/json: { schema: { type: object, additionalProperties: true, properties: { text: { type: string } } } }
      responses:
        "200":
          description: The note.
          content:
            application/json: { schema: { type: string } }
components:
  securitySchemes:
    apiKey: { type: apiKey, in: header, name: X-Key, description: A secret. }
    token: { type: http, scheme: bearer, description: A token. }
  parameters:
    OrderId: { name: id, in: path, required: true, description: The order's id., schema: { type: integer, format: int32 } }
  responses:
    Refused:
      description: Why not.
      x-body-may-be-empty: true
      content:
        application/json: { schema: { $ref: "#/components/schemas/Problem" } }
  schemas:
    NewOrder:
      description: Only sent.
      type: object
      required: [customer]
      properties:
        customer: { type: string, description: Who orders. }
        note: { type: [string, "null"], maxLength: 100 }
        priority: { type: string, enum: [low, high], default: low }
        parts: { type: array, maxItems: 50, items: { $ref: "#/components/schemas/Part" } }
        payment:
          oneOf:
            - $ref: "#/components/schemas/Card"
            - $ref: "#/components/schemas/Invoice"
          discriminator:
            propertyName: kind
            mapping: { card: "#/components/schemas/Card", invoice: "#/components/schemas/Invoice" }
    Part:
      type: object
      required: [article]
      properties:
        article: { type: string }
        amount: { type: integer, minimum: 1 }
    Card:
      type: object
      required: [kind, number]
      properties: { kind: { type: string }, number: { type: string } }
    Invoice:
      type: object
      required: [kind]
      properties: { kind: { type: string }, address: { type: string } }
    OrderResult:
      description: Only received.
      type: object
      required: [id, status]
      properties:
        id: { type: integer }
        status: { type: string, enum: [open, closed] }
        message: { type: string, maxLength: 200, description: For people. }
        total: { type: [number, "null"] }
        outcome:
          oneOf:
            - $ref: "#/components/schemas/KnownOutcome"
            - $ref: "#/components/schemas/UnknownOutcome"
    KnownOutcome:
      oneOf:
        - $ref: "#/components/schemas/Shipped"
        - $ref: "#/components/schemas/Lost"
      discriminator:
        propertyName: kind
        mapping: { shipped: "#/components/schemas/Shipped", lost: "#/components/schemas/Lost" }
    UnknownOutcome:
      type: object
      required: [kind]
      properties: { kind: { type: string, not: { enum: [shipped, lost] } } }
      additionalProperties: true
    Shipped:
      type: object
      required: [kind]
      properties: { kind: { const: shipped }, carrier: { type: string } }
    Lost:
      type: object
      required: [kind]
      properties: { kind: { const: lost }, since: { type: string } }
    Order:
      description: Sent and received.
      type: object
      required: [id]
      properties:
        id: { type: integer }
        name: { type: string }
        state: { type: string, enum: [draft, final] }
        tags: { type: array, items: { type: string } }
        parent: { $ref: "#/components/schemas/Order" }
        settings: { type: object, additionalProperties: true }
    Problem:
      type: object
      properties: { title: { type: string }, code: { type: integer } }
`;

// Property tests need thousands of documents, and parsing took most of their time.
const parsed = parse(text) as JsonObject;

/** Returns a new copy of a small shop: one schema for requests, one for responses, and one for both. */
export function shopDocument(): JsonObject {
  return structuredClone(parsed);
}
