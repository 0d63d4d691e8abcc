// Generated from an OpenAPI document. Do not edit: change the document, then regenerate.
// Regenerate: pnpm generate
// API: NP6 API 8.1.0
// SHA-256 of the bundled document: ba0928a37b9e8c12c6900c2cb0039c8a5fed687983dd2f1d1b3a2e1470c711c1

export const api = {
  title: "NP6 API",
  version: "8.1.0",
  server: "https://api-cm.np6.com",
  securitySchemes: {
    apiKey: { type: "apiKey", in: "header", name: "X-Key" },
  },
  mediaTypes: { "application/json": "json", "application/vnd.np6.cm.workflow-v4": "json" },
  operations: {
    duplicateWorkflow: {
      method: "POST",
      path: "/scripting/workflows/{id}/duplication",
      pathParameters: {
        id: { type: "integer", format: "int32" },
      },
      responses: {
        "200": ["application/json"],
        "400": ["application/json"],
        "401": ["application/json"],
        "403": ["application/json"],
        "404": ["application/json"],
        "409": [],
        "415": ["application/json"],
        "429": ["application/json"],
        "500": ["application/json"],
      },
      security: ["apiKey"],
      idempotent: false,
    },
    executeWorkflow: {
      method: "POST",
      path: "/scripting/workflows/{id}/execution",
      pathParameters: {
        id: { type: "integer", format: "int32" },
      },
      requestBody: { required: true, mediaTypes: ["application/vnd.np6.cm.workflow-v4"] },
      responses: {
        "200": ["application/vnd.np6.cm.workflow-v4"],
        "400": ["application/json"],
        "401": ["application/json"],
        "403": ["application/json"],
        "404": ["application/json"],
        "409": [],
        "415": ["application/json"],
        "429": ["application/json"],
        "500": ["application/json"],
      },
      security: ["apiKey"],
      idempotent: false,
    },
    executeWorkflowBatch: {
      method: "POST",
      path: "/scripting/workflows/{id}/executions",
      pathParameters: {
        id: { type: "integer", format: "int32" },
      },
      requestBody: { required: true, mediaTypes: ["application/vnd.np6.cm.workflow-v4"] },
      responses: {
        "200": ["application/vnd.np6.cm.workflow-v4"],
        "400": ["application/json"],
        "401": ["application/json"],
        "403": ["application/json"],
        "404": ["application/json"],
        "409": [],
        "415": ["application/json"],
        "429": ["application/json"],
        "500": ["application/json"],
      },
      security: ["apiKey"],
      idempotent: false,
    },
  },
} as const;
