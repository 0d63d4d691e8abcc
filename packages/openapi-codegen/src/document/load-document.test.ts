import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { parse } from "yaml";
import { temporaryFolder } from "../testing/temporary-folder.test-support.ts";
import { loadDocument } from "./read-document.ts";

const HEAD = 'openapi: 3.1.0\ninfo: { title: Orders, version: "1" }\n';
const ONE_FILE = `${HEAD}paths:
  /orders:
    get:
      responses:
        200: { description: Ok, content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } }
components:
  schemas:
    Order: { type: object, properties: { parent: { $ref: "#/components/schemas/Order" } } }
`;
const MANY_FILES = {
  "openapi.yaml": `${HEAD}paths:\n  /orders: { $ref: paths/orders.yaml }\n`,
  "paths/orders.yaml": `get:
  operationId: listOrders
  responses:
    200: { description: Ok, content: { application/json: { schema: { $ref: ../schemas.json#/Order } } } }
`,
  "schemas.json": '{ "Order": { "type": "object", "properties": { "next": { "$ref": "#/Order" } } } }',
};

async function load(content: string, name = "openapi.yaml") {
  const folder = await temporaryFolder({ [name]: content });
  return loadDocument(path.join(folder, name));
}

describe("loadDocument", () => {
  it("hashes the JSON text of the bundle", async () => {
    const { document, json, sha256 } = await load(ONE_FILE);
    expect(json).toBe(JSON.stringify(document, null, 2));
    expect(sha256).toBe(createHash("sha256").update(json).digest("hex"));
  });

  it("gives the same for YAML and JSON", async () => {
    const fromYaml = await load(ONE_FILE);
    const fromJson = await load(JSON.stringify(parse(ONE_FILE)), "openapi.json");
    expect(fromJson.sha256).toBe(fromYaml.sha256);
    expect((await load(ONE_FILE.replace("Ok", "OK"))).sha256).not.toBe(fromYaml.sha256);
  });

  it("brings many files into one, wherever they are", async () => {
    const [one, two] = [await temporaryFolder(MANY_FILES), await temporaryFolder()];
    for (const [name, content] of Object.entries(MANY_FILES)) {
      await mkdir(path.dirname(path.join(two, "deeper", name)), { recursive: true });
      await writeFile(path.join(two, "deeper", name), content);
    }
    const loaded = await loadDocument(path.join(one, "openapi.yaml"));
    expect(loaded.document).toMatchObject({
      paths: { "/orders": { get: { operationId: "listOrders" } } },
      components: { schemas: { Order: { properties: { next: { $ref: "#/components/schemas/Order" } } } } },
    });
    expect(loaded.files.map((file) => path.relative(one, file)).sort()).toEqual(
      Object.keys(MANY_FILES).sort(),
    );
    expect((await loadDocument(path.join(two, "deeper/openapi.yaml"))).json).toBe(loaded.json);
  });

  it("leaves a document that is already one piece as it is", async () => {
    const folder = await temporaryFolder(MANY_FILES);
    const { json, sha256 } = await loadDocument(path.join(folder, "openapi.yaml"));
    await writeFile(path.join(folder, "bundled.json"), json);
    expect((await loadDocument(path.join(folder, "bundled.json"))).sha256).toBe(sha256);
  });

  it("knows which file a path item was written in", async () => {
    const { locate } = await loadDocument(path.join(await temporaryFolder(MANY_FILES), "openapi.yaml"));
    const found = locate("#/paths/~1orders/get/operationId");
    expect(found).toEqual({
      file: expect.stringMatching(/paths\/orders\.yaml$/),
      pointer: "#/get/operationId",
    });
    expect(locate("#/info/title").file).toMatch(/openapi\.yaml$/);
    expect(locate("#/components/schemas/Order/type")).toEqual({
      file: expect.stringMatching(/schemas\.json$/),
      pointer: "#/Order/type",
    });
  });

  it("takes a discriminator mapping by schema name for what it is", async () => {
    const { document } = await load(`${ONE_FILE}    Any:
      oneOf: [{ $ref: "#/components/schemas/Order" }]
      discriminator: { propertyName: kind, mapping: { order: Order } }
`);
    expect(document).toMatchObject({
      components: { schemas: { Any: { discriminator: { mapping: { order: "Order" } } } } },
    });
  });
});

describe("a network", () => {
  it("is never asked, neither for the document, a reference nor an example", async () => {
    let requests = 0;
    const server = createServer((_, response) => {
      requests += 1;
      response.setHeader("content-type", "application/json").end(JSON.stringify(parse(ONE_FILE)));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

    await expect(loadDocument(`${origin}/openapi.json`)).rejects.toThrow("is a URL; download the document");
    await expect(load(`${HEAD}paths: { /a: { $ref: "${origin}/a.json" } }`)).rejects.toThrow(
      `openapi.yaml#/paths/~1a: cannot resolve $ref "${origin}/a.json": it is remote and is never fetched`,
    );
    const example = `application/json: { examples: { one: { externalValue: "${origin}/one.json" } } }`;
    await load(
      `${HEAD}paths: { /a: { get: { responses: { 200: { description: Ok, content: { ${example} } } } } } }`,
    );
    expect(requests).toBe(0);
    await fetch(origin);
    expect(requests).toBe(1);
  });
});

describe("bad input", () => {
  it.each([
    [
      "YAML that does not parse",
      "a: 1\n b: 2\n",
      /openapi\.yaml:2:3: this cannot be parsed as YAML or JSON: bad indentation/,
    ],
    [
      "JSON that does not parse",
      '{\n  "a": [1,}\n',
      /openapi\.yaml:2:11: this cannot be parsed as YAML or JSON/,
    ],
    ["a key that stands twice", "a: 1\na: 2\n", /openapi\.yaml:2:1: .*duplicated mapping key/],
    ["nothing", "", /openapi\.yaml: this is not an OpenAPI document: its top level is not an object/],
    ["a list", "[]", /its top level is not an object/],
    [
      "another kind of document",
      "name: a",
      /openapi\.yaml: this is not an OpenAPI document: it has no "openapi" field/,
    ],
    [
      "Swagger",
      'swagger: "2.0"',
      /#\/swagger: Swagger 2.0 is not supported; convert the document to OpenAPI 3/,
    ],
    [
      "OpenAPI 3.3",
      "openapi: 3.3.0\npaths: {}",
      /#\/openapi: OpenAPI 3.3.0 is not supported; use 3.0, 3.1 or 3.2/,
    ],
    ["OpenAPI 4", "openapi: 4.0.0\npaths: {}", /#\/openapi: OpenAPI 4.0.0 is not supported/],
    [
      "a version that YAML reads as a number",
      "openapi: 3.1\npaths: {}",
      /#\/openapi: the OpenAPI version must be a string; quote it/,
    ],
    ["no content", HEAD, /an OpenAPI document needs paths, webhooks or components/],
    [
      "a reference that points at nothing",
      `${HEAD}paths: { /a: { get: { responses: { 200: { $ref: "#/components/responses/No" } } } } }`,
      /openapi\.yaml#\/paths\/~1a\/get\/responses\/200: cannot resolve \$ref "#\/components\/responses\/No": it points at nothing/,
    ],
    [
      "a reference to a missing file",
      `${HEAD}paths: { /a: { $ref: gone.yaml } }`,
      /openapi\.yaml#\/paths\/~1a: cannot resolve \$ref "gone.yaml": there is no such file/,
    ],
    [
      "references that go in a circle",
      `${HEAD}components: { schemas: { A: { $ref: "#/components/schemas/B" }, B: { $ref: "#/components/schemas/A" } } }`,
      /openapi\.yaml#\/components\/schemas\/A: this \$ref leads back to itself/,
    ],
    ["an alias that contains itself", `${HEAD}paths: {}\nx-a: &a { b: *a }`, /a YAML alias contains itself/],
  ])("is named: %s", async (_, content, message) => {
    await expect(load(content)).rejects.toThrow(message);
    await expect(load(content)).rejects.toHaveProperty("name", "CodegenError");
  });

  it("is named: a missing file and a folder", async () => {
    const folder = await temporaryFolder();
    await expect(loadDocument(path.join(folder, "gone.yaml"))).rejects.toThrow(
      "gone.yaml: there is no such file",
    );
    await expect(loadDocument(folder)).rejects.toThrow("not a folder");
  });

  it("in a referenced file names that file", async () => {
    const folder = await temporaryFolder({
      "openapi.yaml": `${HEAD}paths: { /a: { $ref: a.yaml } }`,
      "a.yaml": 'get:\n  responses:\n    200: { $ref: "#/nothing" }\n',
    });
    await expect(loadDocument(path.join(folder, "openapi.yaml"))).rejects.toThrow(
      'a.yaml#/get/responses/200: cannot resolve $ref "#/nothing"',
    );
  });
});
