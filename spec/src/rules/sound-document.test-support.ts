type Json = Readonly<Record<string, unknown>>;

const source: Json = { "x-source": "assumed" };

function header(value: string): Json {
  return {
    description: "A header",
    ...source,
    schema: { type: "string" },
    examples: { usual: { value, ...source } },
  };
}

const headers: Json = {
  "x-request-id": header("7f3c9a52"),
  "X-RateLimit-Limit": header("1000"),
  "X-RateLimit-Remaining": header("742"),
  "X-RateLimit-Reset": header("60"),
};

function body(mediaType: string, value: unknown): Json {
  const schema = { $ref: "#/components/schemas/Thing" };
  return { [mediaType]: { schema, examples: { redThing: { value, ...source } } } };
}

function refusal(description: string): Json {
  return { description, ...source, "x-body-may-be-empty": true, headers };
}

function shape(type: Json): Json {
  return {
    description: "A shape",
    ...source,
    type: "object",
    required: ["type"],
    properties: { type: { description: "Which shape", ...source, ...type } },
  };
}

const operation: Json = {
  operationId: "paintThing",
  summary: "Paint the thing",
  description: "Paints the thing in the colour of the body.",
  tags: ["Thing"],
  ...source,
  parameters: [
    {
      name: "id",
      in: "path",
      required: true,
      description: "The thing's id",
      ...source,
      schema: { type: "integer" },
      examples: { firstThing: { value: 1, ...source } },
    },
  ],
  requestBody: {
    description: "The thing to be",
    required: true,
    ...source,
    content: body("application/vnd.np6.cm.thing-v1", { colour: "red" }),
  },
  responses: {
    200: {
      description: "The painted thing",
      ...source,
      headers,
      content: body("application/json", { colour: "red" }),
    },
    400: refusal("Malformed"),
    401: refusal("No key"),
    403: refusal("Not allowed"),
    404: refusal("Unknown"),
    409: refusal("Conflict"),
    415: refusal("Wrong media type"),
    429: refusal("Too many requests"),
    500: refusal("Failure"),
  },
};

/** A small API description that follows every rule; the mistakes are edits of it. */
export const soundDocument: Json = {
  openapi: "3.1.0",
  info: {
    title: "Things",
    version: "1.0.0",
    contact: { name: "Support", url: "https://support.chapsvision.com" },
    license: { name: "MIT", identifier: "MIT" },
  },
  servers: [{ url: "https://api-cm.np6.com" }],
  security: [{ apiKey: [] }],
  tags: [{ name: "Thing", description: "Something that has a colour" }],
  paths: { "/things/{id}/painting": { post: operation } },
  components: {
    securitySchemes: {
      apiKey: { type: "apiKey", in: "header", name: "X-Key", description: "The key", ...source },
    },
    schemas: {
      Thing: {
        description: "A thing",
        ...source,
        type: "object",
        properties: {
          colour: { description: "The thing's colour", ...source, type: "string" },
          settings: { $ref: "#/components/schemas/Settings", description: "The thing's settings", ...source },
          shape: { $ref: "#/components/schemas/Shape", description: "The thing's shape", ...source },
        },
      },
      Shape: {
        description: "A shape",
        ...source,
        oneOf: [{ $ref: "#/components/schemas/KnownShape" }, { $ref: "#/components/schemas/UnknownShape" }],
      },
      KnownShape: {
        description: "A shape that is listed",
        ...source,
        oneOf: [{ $ref: "#/components/schemas/Circle" }, { $ref: "#/components/schemas/Square" }],
        discriminator: {
          propertyName: "type",
          mapping: { circle: "#/components/schemas/Circle", square: "#/components/schemas/Square" },
        },
      },
      Circle: shape({ const: "circle" }),
      Square: shape({ const: "square" }),
      UnknownShape: shape({ type: "string", not: { enum: ["circle", "square"] } }),
      Settings: { description: "Free-form settings", ...source, type: "object", additionalProperties: true },
    },
  },
};
