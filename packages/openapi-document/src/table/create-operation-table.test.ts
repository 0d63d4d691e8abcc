import { describe, expect, it } from "vitest";
import { createOperationTable } from "./create-operation-table.ts";

const info = { title: "Orders", version: "1.0.0" };

/** Makes the table of a document with the given paths. */
function tableOf(paths: unknown, others: Record<string, unknown> = {}) {
  return createOperationTable({ openapi: "3.1.0", info, paths, ...others });
}

function json(schema: unknown = {}) {
  return { content: { "application/json": { schema } } };
}

describe("an operation", () => {
  it("has its method, path, body, responses and repeatability", () => {
    const { table, warnings } = tableOf({
      "/orders/{id}": {
        put: {
          operationId: "replaceOrder",
          parameters: [
            { name: "id", in: "path", required: true, schema: { type: "integer", format: "int32" } },
          ],
          requestBody: { required: true, ...json() },
          responses: {
            200: json(),
            204: { description: "none" },
            "4XX": json(),
            default: json(),
            "x-note": "a",
          },
        },
      },
    });
    expect(table.operations).toEqual({
      replaceOrder: {
        method: "PUT",
        path: "/orders/{id}",
        pathParameters: { id: { type: "integer", format: "int32" } },
        requestBody: { required: true, mediaTypes: ["application/json"] },
        responses: {
          200: ["application/json"],
          204: [],
          "4XX": ["application/json"],
          default: ["application/json"],
        },
        security: [],
        idempotent: true,
      },
    });
    expect(warnings).toEqual([]);
  });

  it("says that it can reach people, and only then", () => {
    const { table } = tableOf({
      "/a": {
        post: { operationId: "mails", "x-contacts-people": true, responses: {} },
        put: { operationId: "not", "x-contacts-people": false, responses: {} },
        get: { operationId: "silent", responses: {} },
      },
    });
    expect(table.operations.mails).toHaveProperty("contactsPeople", true);
    expect(table.operations.not).not.toHaveProperty("contactsPeople");
    expect(table.operations.silent).not.toHaveProperty("contactsPeople");
  });

  it("says that it is deprecated, and only then", () => {
    const { table } = tableOf({
      "/a": {
        get: { operationId: "old", deprecated: true, responses: {} },
        put: { operationId: "kept", deprecated: false, responses: {} },
        post: { operationId: "new", responses: {} },
      },
    });
    expect(table.operations.old).toHaveProperty("deprecated", true);
    expect(table.operations.kept).not.toHaveProperty("deprecated");
    expect(table.operations.new).not.toHaveProperty("deprecated");
  });

  it("says when what is deprecated goes, of the operation and of each input with a date", () => {
    const dated = { deprecated: true, "x-sunset": "2027-06-30" };
    const part = {
      type: "object",
      properties: { note: { type: "string", ...dated }, kept: { "x-sunset": "2027-01-01" } },
    };
    const { table } = createOperationTable({
      openapi: "3.1.0",
      info: { title: "A", version: "1" },
      paths: {
        "/a": {
          post: {
            operationId: "old",
            ...dated,
            "x-sunset": "2027-12-31",
            parameters: [{ name: "page", in: "query", ...dated, schema: { type: "integer" } }],
            requestBody: {
              content: {
                "application/json": {
                  schema: { type: "array", items: { $ref: "#/components/schemas/Part" } },
                },
              },
            },
            responses: {},
          },
          get: { operationId: "undated", deprecated: true, responses: {} },
        },
      },
      components: { schemas: { Part: part } },
    });
    expect(table.operations.old?.sunsets).toEqual({
      "": "2027-12-31",
      "query.page": "2027-06-30",
      "body[].note": "2027-06-30",
    });
    expect(table.operations.undated).not.toHaveProperty("sunsets");
  });

  it("lists what may be given and is deprecated, wherever in the body it stands", () => {
    const line = {
      type: "object",
      properties: {
        note: { type: "string", deprecated: true },
        // This schema contains itself.
        parts: { type: "array", items: { $ref: "#/components/schemas/Line" } },
      },
    };
    const { table } = tableOf(
      {
        "/a": {
          parameters: [{ name: "page", in: "query", deprecated: true, schema: { type: "integer" } }],
          post: {
            operationId: "order",
            parameters: [{ name: "X-Old", in: "header", schema: { type: "string", deprecated: true } }],
            requestBody: {
              content: {
                "application/json": {
                  schema: {
                    allOf: [
                      {
                        properties: {
                          coupon: { $ref: "#/components/schemas/Old" },
                          kept: { deprecated: false },
                        },
                      },
                      {
                        oneOf: [{ properties: { lines: { items: { $ref: "#/components/schemas/Line" } } } }],
                      },
                    ],
                  },
                },
              },
            },
            responses: {},
          },
          put: { operationId: "replace", parameters: [{ name: "page", in: "query" }], responses: {} },
        },
      },
      { components: { schemas: { Line: line, Old: { type: "string", deprecated: true } } } },
    );
    expect(table.operations.order?.deprecatedInputs).toEqual([
      ["query", "page"],
      ["header", "X-Old"],
      ["body", "coupon"],
      ["body", "lines", "[]", "note"],
    ]);
    expect(table.operations.replace).not.toHaveProperty("deprecatedInputs");
  });

  it("may be repeated by method, not POST and PATCH (RFC 9110 9.2.2)", () => {
    const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];
    const { table } = tableOf({
      "/a": Object.fromEntries(methods.map((method) => [method, { operationId: method, responses: {} }])),
    });
    const harmless = Object.values(table.operations).filter(({ idempotent }) => idempotent);
    expect(harmless.map(({ method }) => method)).toEqual([
      "GET",
      "PUT",
      "DELETE",
      "OPTIONS",
      "HEAD",
      "TRACE",
    ]);
  });

  it("stands in the order of the document", () => {
    const { table } = tableOf({
      "/z": { post: { operationId: "z2" }, get: { operationId: "z1" } },
      "/a": { get: { operationId: "a1" } },
    });
    expect(Object.keys(table.operations)).toEqual(["z2", "z1", "a1"]);
  });

  it("is no webhook and no callback", () => {
    const callbacks = { done: { "{$request.body#/url}": { post: { operationId: "called" } } } };
    const { table } = tableOf(
      { "/a": { post: { operationId: "a", callbacks } } },
      { webhooks: { happened: { post: { operationId: "happened" } } } },
    );
    expect(Object.keys(table.operations)).toEqual(["a"]);
  });

  it("has a method that OpenAPI knows; anything else gives a warning", () => {
    const others = { summary: "a", description: "b", servers: [], parameters: [], "x-note": {} };
    const { table, warnings } = tableOf({
      "/a": { ...others, GET: {}, query: {}, get: { operationId: "x" } },
    });
    expect(Object.keys(table.operations)).toEqual(["x"]);
    expect(warnings.map(({ pointer }) => pointer)).toEqual(["#/paths/~1a/GET", "#/paths/~1a/query"]);
  });

  it("survives the name __proto__ as data", () => {
    const { table } = tableOf({ "/a": { get: { operationId: "__proto__" } } });
    expect(Object.keys(table.operations)).toEqual(["__proto__"]);
    expect(Object.getPrototypeOf(table.operations)).toBe(Object.prototype);
  });
});

describe("references", () => {
  it("are followed for path items, parameters, bodies, responses and their schemas", () => {
    const { table } = tableOf(
      { "/orders/{id}": { $ref: "#/components/pathItems/Order" } },
      {
        components: {
          pathItems: {
            Order: {
              parameters: [{ $ref: "#/components/parameters/Id" }],
              post: {
                operationId: "createOrder",
                requestBody: { $ref: "#/components/requestBodies/Order" },
                responses: { 200: { $ref: "#/components/responses/Order" } },
              },
            },
          },
          parameters: { Id: { name: "id", in: "path", schema: { $ref: "#/components/schemas/Id" } } },
          requestBodies: { Order: { content: { "application/vnd.example.order-v2": {} } } },
          responses: {
            Order: {
              content: {
                "application/vnd.example.order-v2": { schema: { $ref: "#/components/schemas/Order" } },
              },
            },
          },
          schemas: { Id: { type: ["string", "null"], format: "uuid" }, Order: { type: "object" } },
        },
      },
    );
    expect(table.operations.createOrder).toMatchObject({
      pathParameters: { id: { type: "string", format: "uuid" } },
      requestBody: { required: false, mediaTypes: ["application/vnd.example.order-v2"] },
      responses: { 200: ["application/vnd.example.order-v2"] },
    });
    expect(table.mediaTypes).toEqual({ "application/vnd.example.order-v2": "json" });
  });

  it("into other files are refused", () => {
    expect(() => tableOf({ "/a": { $ref: "./a.yaml" } })).toThrow(
      '#/paths/~1a: $ref "./a.yaml" does not point into this document; bundle the document first',
    );
  });
});

describe("path parameters", () => {
  it("of the path item hold for its operations, which can redeclare them", () => {
    const id = (type: string) => ({ name: "id", in: "path", schema: { type } });
    const { table } = tableOf({
      "/a/{id}": {
        parameters: [id("string"), { name: "id", in: "query" }],
        get: { operationId: "get" },
        put: { operationId: "put", parameters: [id("integer")] },
      },
    });
    expect(table.operations.get?.pathParameters).toEqual({ id: { type: "string" } });
    expect(table.operations.put?.pathParameters).toEqual({ id: { type: "integer" } });
  });

  it("stand in the order of the template", () => {
    const { table } = tableOf({
      "/{b}/{a}": { get: { operationId: "x", parameters: ["a", "b"].map((name) => ({ name, in: "path" })) } },
    });
    expect(Object.keys(table.operations.x?.pathParameters ?? {})).toEqual(["b", "a"]);
  });

  it("that template and declarations disagree on give warnings", () => {
    const { table, warnings } = tableOf({
      "/a/{id}": { get: { operationId: "x", parameters: [{ name: "ident", in: "path" }] } },
    });
    expect(table.operations.x?.pathParameters).toEqual({ id: {} });
    expect(warnings.map(({ reason }) => reason)).toEqual([
      'path parameter "ident" is ignored: /a/{id} has no {ident}',
      "/a/{id} has {id}, but no path parameter declares it; its type is unknown",
    ]);
  });
});

describe("names", () => {
  it("are derived with a warning when there is no operationId", () => {
    const { table, warnings } = tableOf({
      "/orders/{id}": { parameters: [{ name: "id", in: "path" }], get: {} },
    });
    expect(Object.keys(table.operations)).toEqual(["getOrdersById"]);
    expect(warnings).toEqual([
      {
        kind: "no operationId",
        pointer: "#/paths/~1orders~1{id}/get",
        reason: expect.stringContaining("GET /orders/{id} has no operationId"),
      },
    ]);
  });

  it("that are derived never take the place of an operationId, nor of each other", () => {
    const { table } = tableOf({
      "/a-b": { get: {} },
      "/a/b": { get: {} },
      "/c": { get: { operationId: "getAB" } },
    });
    expect(Object.entries(table.operations).map(([name, { path }]) => [name, path])).toEqual([
      ["getAB2", "/a-b"],
      ["getAB3", "/a/b"],
      ["getAB", "/c"],
    ]);
  });

  it.each(["close", "GET", "then"])("that every client has itself are refused: %s", (operationId) => {
    expect(() => tableOf({ "/a": { get: { operationId, responses: {} } } })).toThrow(
      `#/paths/~1a/get/operationId: operationId "${operationId}" is a name that every client has`,
    );
  });

  it("that are used twice are refused with both places", () => {
    expect(() =>
      tableOf({ "/a": { get: { operationId: "x" } }, "/b": { put: { operationId: "x" } } }),
    ).toThrow('#/paths/~1a/get/operationId and #/paths/~1b/put/operationId: operationId "x" is used twice');
  });

  it("that two paths share through one path item are refused", () => {
    const components = { pathItems: { Shared: { get: { operationId: "x" } } } };
    const shared = { $ref: "#/components/pathItems/Shared" };
    expect(() => tableOf({ "/a": shared, "/b": shared }, { components })).toThrow("share this path item");
  });
});

describe("media types", () => {
  const order = "application/vnd.example.order-v2";

  it("are kept byte for byte", () => {
    const { table } = tableOf({
      "/a": {
        get: { operationId: "x", responses: { 200: { content: { "Application/JSON; charset=utf-8": {} } } } },
      },
    });
    expect(table.mediaTypes).toEqual({ "Application/JSON; charset=utf-8": "json" });
    expect(table.operations.x?.responses).toEqual({ 200: ["Application/JSON; charset=utf-8"] });
  });

  it.each([
    [["object", "string"], "json"],
    [["string", "object"], "json"],
  ])("with contradicting schemas %j are %s, with a warning", (types, format) => {
    const [first, second] = types;
    const { table, warnings } = tableOf({
      "/a": {
        post: {
          operationId: "x",
          requestBody: { content: { [order]: { schema: { type: first } } } },
          responses: { 200: { content: { [order]: { schema: { type: second } } } } },
        },
      },
    });
    expect(table.mediaTypes).toEqual({ [order]: format });
    expect(warnings).toEqual([
      {
        kind: "media type in two formats",
        pointer: "#/paths/~1a/post/responses/200/content/application~1vnd.example.order-v2",
        reason: expect.stringContaining("json is used for both"),
      },
    ]);
  });

  it("without a schema follow the use that has one, without a warning", () => {
    const { table, warnings } = tableOf({
      "/a": {
        post: {
          operationId: "x",
          requestBody: { content: { [order]: {} } },
          responses: {
            200: { content: { [order]: { schema: { type: "array" } } } },
            400: { content: { [order]: {} } },
          },
        },
      },
    });
    expect(table.mediaTypes).toEqual({ [order]: "json" });
    expect(warnings).toEqual([]);
  });

  it("that are ranges give a warning in a request, since a body needs one type", () => {
    const content = { "*/*": { schema: { type: "object" } } };
    const { table, warnings } = tableOf({
      "/a": { post: { operationId: "x", requestBody: { content }, responses: { 200: { content } } } },
    });
    expect(table.mediaTypes).toEqual({ "*/*": "json" });
    expect(warnings.map(({ pointer }) => pointer)).toEqual(["#/paths/~1a/post/requestBody/content/*~1*"]);
  });

  it("that are none are left out, with a warning", () => {
    const { table, warnings } = tableOf({
      "/a": { get: { operationId: "x", responses: { 200: { content: { json: {}, "text/plain": {} } } } } },
    });
    expect(table.operations.x?.responses).toEqual({ 200: ["text/plain"] });
    expect(table.mediaTypes).toEqual({ "text/plain": "text" });
    expect(warnings).toEqual([
      {
        kind: "no media type",
        pointer: "#/paths/~1a/get/responses/200/content/json",
        reason: expect.stringMatching(/^"json" is not a media type .* and is left out; correct it$/),
      },
    ]);
  });
});

describe("security", () => {
  const securitySchemes = {
    key: { type: "apiKey", in: "header", name: "X-Key", description: "not for the wire" },
    login: { type: "http", scheme: "Bearer", bearerFormat: "JWT" },
    consent: { type: "oauth2", flows: {} },
    certificate: { type: "mutualTLS" },
  };
  const securityOf = (operation: unknown, document: unknown) => {
    const security = document === undefined ? {} : { security: document };
    const own = operation === undefined ? {} : { security: operation };
    const { table } = tableOf(
      { "/a": { get: { operationId: "x", ...own } } },
      { components: { securitySchemes }, ...security },
    );
    return table.operations.x?.security;
  };

  it("schemes keep what the wire needs", () => {
    expect(tableOf({}, { components: { securitySchemes } }).table.securitySchemes).toEqual({
      key: { type: "apiKey", in: "header", name: "X-Key" },
      login: { type: "http", scheme: "bearer" },
      consent: { type: "oauth2" },
      certificate: { type: "mutualTLS" },
    });
  });

  it.each([
    ["the document's, when the operation says nothing", undefined, [{ key: [] }], ["key"]],
    ["the operation's own, when it has one", [{ login: [] }], [{ key: [] }], ["login"]],
    ["none, when the operation lifts it", [], [{ key: [] }], []],
    ["none, when nobody says anything", undefined, undefined, []],
    ["all schemes of one requirement", [{ key: [], login: [] }], undefined, ["key", "login"]],
    ["the first of several", [{ consent: ["read"] }, { key: [] }], undefined, ["consent"]],
    ["none, when being anonymous comes first", [{}, { key: [] }], undefined, []],
    ["the first that a request can satisfy", [{ certificate: [] }, { key: [] }], undefined, ["key"]],
  ])("is %s", (_, operation, document, expected) => {
    expect(securityOf(operation, document)).toEqual(expected);
  });

  it("with an undeclared scheme is refused", () => {
    expect(() => securityOf([{ keyy: [] }], undefined)).toThrow(
      '#/paths/~1a/get/security/0/keyy: security scheme "keyy" is not declared',
    );
  });
});

describe("the server", () => {
  it.each([
    [[{ url: "https://api.example.com" }, { url: "https://other.example.com" }], "https://api.example.com"],
    [
      [
        {
          url: "https://{env}.example.com/v{n}",
          variables: { env: { default: "api" }, n: { default: "2" } },
        },
      ],
      "https://api.example.com/v2",
    ],
    [[{ url: "/v1/" }], "/v1/"],
    [[], undefined],
    [undefined, undefined],
  ])("of %j is %s", (servers, expected) => {
    const { table } = tableOf({}, servers === undefined ? {} : { servers });
    expect(table.server).toBe(expected);
    expect(table).toHaveProperty("server");
  });

  it("of an operation or its path item is noted when it is another one", () => {
    const elsewhere = [{ url: "https://uploads.example.com" }];
    const { table } = tableOf(
      {
        "/a": {
          servers: elsewhere,
          get: { operationId: "a" },
          put: { operationId: "b", servers: [{ url: "/here" }] },
        },
        "/c": { get: { operationId: "c" } },
      },
      { servers: [{ url: "/here" }] },
    );
    expect(table.operations.a?.server).toBe("https://uploads.example.com");
    expect(table.operations.b).not.toHaveProperty("server");
    expect(table.operations.c).not.toHaveProperty("server");
  });

  it("with a variable without a default is refused", () => {
    expect(() => tableOf({}, { servers: [{ url: "https://{env}.example.com" }] })).toThrow(
      '#/servers/0: server variable "env" needs a default',
    );
  });
});

describe("a document that is not OpenAPI", () => {
  it.each([
    ["no object", "text", "an OpenAPI document must be an object"],
    ["no title", { info: {} }, "#/info/title: info.title must be a string"],
    [
      "a number as version",
      { info: { title: "a", version: 8.1 } },
      "#/info/version: info.version must be a string; quote it",
    ],
    [
      "a path without a slash",
      { info, paths: { orders: {} } },
      '#/paths/orders: path "orders" must start with a slash',
    ],
    [
      "paths that are a list",
      { info, paths: [] },
      "#/paths: expected a Paths Object (an object), found an array",
    ],
    [
      "a status that is none",
      { info, paths: { "/a": { get: { responses: { ok: {} } } } } },
      '#/paths/~1a/get/responses/ok: "ok" is not a status',
    ],
    [
      "parameters that are no list",
      { info, paths: { "/a": { get: { parameters: {} } } } },
      "#/paths/~1a/get/parameters: parameters must be an array",
    ],
  ])("is refused for %s", (_, document, message) => {
    expect(() => createOperationTable(document)).toThrow(message);
  });
});
