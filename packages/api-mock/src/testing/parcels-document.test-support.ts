import type { JsonObject } from "@np6/openapi-document";

const parcelType = "application/vnd.example.parcel-v1";
const variant = (type: JsonObject): JsonObject => ({
  type: "object",
  required: ["type"],
  properties: { type, parcel: { type: "object" } },
});
const sent = { type: "sent", labels: ["a"] };
const lost = { type: "lost", parcel: { to: { city: "Lille" } } };
const toLille = { to: { city: "Lille" } };

/** An API with a batch, an open union and versions in its media types, for tests. */
export const parcelsDocument: JsonObject = {
  openapi: "3.1.0",
  info: { title: "Parcels", version: "1.0.0" },
  servers: [{ url: "https://parcels.example" }],
  security: [{ key: [] }],
  paths: {
    "/parcels": {
      post: {
        operationId: "sendParcels",
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
