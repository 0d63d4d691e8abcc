/** A small document with one example of everything that appears in the generated files. */
export const shopDocument: string = `openapi: 3.1.0
info: { title: Shop, version: 1.2.0 }
servers:
  - url: https://{region}.example.com
    variables: { region: { default: api } }
security: [{ apiKey: [] }]
paths:
  /orders/{id}:
    parameters:
      - $ref: "#/components/parameters/Id"
    post:
      operationId: createOrder
      requestBody:
        required: true
        content:
          application/vnd.example.order-v2: { schema: { $ref: "#/components/schemas/Order" } }
      responses:
        200:
          description: The order.
          content:
            application/vnd.example.order-v2: { schema: { $ref: "#/components/schemas/Order" } }
        204: { description: Nothing to say. }
        4XX: { $ref: "#/components/responses/Refused" }
    get:
      security: []
      responses:
        200: { description: The invoice., content: { application/pdf: { schema: { type: string, format: binary } } } }
  /search:
    put:
      operationId: saved-searches/replace
      requestBody:
        content:
          multipart/form-data: { schema: { type: object } }
          text/csv: { schema: { type: string } }
      responses:
        default: { $ref: "#/components/responses/Refused" }
components:
  securitySchemes:
    apiKey: { type: apiKey, in: header, name: X-Key }
  parameters:
    Id: { name: id, in: path, required: true, schema: { type: integer, format: int32 } }
  responses:
    Refused:
      description: Why not.
      content:
        application/problem+json: { schema: { type: object, additionalProperties: true } }
  schemas:
    Order:
      description: What was bought.
      type: object
      required: [kind]
      properties:
        kind: { type: string, enum: [private, business] }
        details: { type: object }
        parts: { type: array, items: { $ref: "#/components/schemas/Order" } }
`;
