import { mkdir, symlink, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { loadSpec } from "@np6/openapi-document/reading";
import { describe, expect, it, onTestFinished } from "vitest";
import { temporaryFolder } from "../testing/temporary-folder.test-support.ts";
import { loadDocument } from "./read-document.ts";

const HEAD = 'openapi: 3.1.0\ninfo: { title: Orders, version: "1" }\n';
const SECRET = "TOP_SECRET_OF_THIS_MACHINE";

function referring(reference: string): string {
  return `${HEAD}paths: {}\ncomponents: { schemas: { A: { $ref: ${JSON.stringify(reference)} } } }\n`;
}

/** Makes a folder with a secret beside the folder of the document. */
async function folders(document: string): Promise<{ folder: string; spec: string; secret: string }> {
  const folder = await temporaryFolder({
    "secret.yaml": `A: { type: string, description: ${SECRET} }\n`,
    "api/openapi.yaml": document,
    "api/nested/inner.yaml": `A: { type: integer }\n`,
  });
  return { folder, spec: path.join(folder, "api/openapi.yaml"), secret: path.join(folder, "secret.yaml") };
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function refusal(run: Promise<unknown>): Promise<Error> {
  const error = await run.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  if (!(error instanceof Error)) throw new Error("it was not refused");
  expect(error.name).toMatch(/^(Codegen|Document)Error$/);
  expect(error.message).not.toContain(SECRET);
  return error;
}

describe("a document in a file refers to", () => {
  it("files of its folder, at any depth", async () => {
    const { spec } = await folders(referring("nested/inner.yaml#/A"));
    expect((await loadDocument(spec)).document).toMatchObject({
      components: { schemas: { A: { type: "integer" } } },
    });
  });

  it.each([
    "../secret.yaml#/A",
    "nested/../../secret.yaml#/A",
    "..%2fsecret.yaml#/A",
    "%2e%2e/secret.yaml#/A",
    "nested/%2e%2e%2F%2e%2e%2Fsecret.yaml#/A",
    "../does-not-exist.yaml#/A",
  ])("no file outside of it: %s", async (reference) => {
    const { message } = await refusal(loadDocument((await folders(referring(reference))).spec));
    expect(message).toMatch(
      /openapi\.yaml#\/components\/schemas\/A: cannot resolve \$ref .* leads out of .* with --root$/,
    );
  });

  it.each([
    ["an absolute path", (secret: string) => `${secret}#/A`],
    ["an escaped absolute path", (secret: string) => `${secret.replaceAll("/", "%2F")}#/A`],
    ["a file: URL", (secret: string) => `file://${secret}#/A`],
    ["a file: URL without slashes", (secret: string) => `file:${secret}#/A`],
    ["an http: URL", () => "http://127.0.0.1:1/a.yaml"],
    ["a host without a scheme", () => "//127.0.0.1:1/a.yaml"],
  ])("no place by %s", async (_, reference) => {
    const { spec, secret } = await folders("");
    await writeFile(spec, referring(reference(secret)));
    const { message } = await refusal(loadDocument(spec));
    expect(message).toMatch(
      /#\/components\/schemas\/A: cannot resolve \$ref .*(relative path|never fetched)/,
    );
  });

  it("no file that a symbolic link in its folder leads to", async () => {
    const { folder, spec, secret } = await folders(referring("linked.yaml#/A"));
    await symlink(secret, path.join(folder, "api/linked.yaml"));
    expect((await refusal(loadDocument(spec))).message).toContain("leads out of");
    await mkdir(path.join(folder, "outside"));
    await writeFile(path.join(folder, "outside/a.yaml"), `A: { description: ${SECRET} }`);
    await symlink(path.join(folder, "outside"), path.join(folder, "api/linked"));
    await writeFile(spec, referring("linked/a.yaml#/A"));
    expect((await refusal(loadDocument(spec))).message).toContain("leads out of");
  });

  it("files of another folder that is named as its root", async () => {
    const { folder, spec } = await folders(referring("../secret.yaml#/A"));
    const { document } = await loadDocument(spec, { root: folder });
    expect(document).toMatchObject({ components: { schemas: { A: { type: "string" } } } });
    expect((await refusal(loadDocument(spec, { root: path.join(folder, "gone") }))).message).toContain(
      "must be a folder",
    );
    const beside = path.join(folder, "api/nested");
    expect((await refusal(loadDocument(spec, { root: beside }))).message).toContain("not in the folder");
  });

  it("nothing through an example, a default or an extension, where $ref is data", async () => {
    const data = '{ $ref: "../secret.yaml#/A" }';
    const { spec } = await folders(
      `${HEAD}paths: {}\nx-a: ${data}\ncomponents: { schemas: { A: { default: ${data}, example: ${data}, enum: [${data}] } }, examples: { E: { externalValue: ../secret.yaml } } }\n`,
    );
    const { json, files } = await loadDocument(spec);
    expect(json).not.toContain(SECRET);
    expect(files).toEqual([spec]);
  });
});

describe("a document from a URL refers to", () => {
  it.each(["file:///etc/hostname", "/etc/hostname", "../openapi.yaml", "other.yaml", "http://127.0.0.1:1/a"])(
    "nothing outside itself: %s",
    async (reference) => {
      let requests = 0;
      const origin = await listen(
        createServer((_, response) => {
          requests += 1;
          response.end(referring(reference));
        }),
      );
      const { message } = await refusal(loadSpec(`${origin}/openapi.yaml`));
      expect(message).toBe(
        `${origin}/openapi.yaml#/components/schemas/A: cannot resolve $ref ${JSON.stringify(reference)}: ` +
          "a document from a URL refers to nothing outside itself; download it with the files that it refers to, or ask for it in one piece (bundled)",
      );
      expect(requests).toBe(1);
    },
  );

  it("no other host, to which its server redirects", async () => {
    let asked = 0;
    const other = await listen(
      createServer((_, response) => {
        asked += 1;
        response.end(`${HEAD}paths: {}\n`);
      }),
    );
    const origin = await listen(
      createServer(({ url }, response) => {
        const location = url === "/here" ? "/there" : `${other}/`;
        if (url === "/there") response.end(`${HEAD}paths: {}\n`);
        else response.writeHead(302, { location }).end();
      }),
    );
    expect((await loadSpec(`${origin}/here`)).document).toMatchObject({ openapi: "3.1.0" });
    expect((await refusal(loadSpec(`${origin}/elsewhere`))).message).toBe(
      `${origin}/elsewhere redirects to ${other}/, which is another host; give that URL instead, if it is the right one`,
    );
    expect(asked).toBe(0);
  });
});

describe("limits", () => {
  const levels = [1, 2, 3, 4, 5, 6, 7, 8];
  const expansion = levels
    .map((level) => `x-${level}: &a${level} [${`*a${level - 1}, `.repeat(9)}]`)
    .join("\n");

  it("hold for YAML aliases, which are not written out to find that out", async () => {
    const spec = path.join(
      await temporaryFolder({ "a.yaml": `${HEAD}paths: {}\nx-0: &a0 { lol: lol }\n${expansion}\n` }),
      "a.yaml",
    );
    const { message } = await refusal(loadDocument(spec));
    expect(message).toMatch(
      /a\.yaml#\/x-\d.*: with its YAML aliases written out, this has \d+ values, and the limit is 3000000; .* --max-values$/,
    );
  });

  it("hold for depth and size, and can be raised", async () => {
    const deep = `${"{ type: array, items: ".repeat(300)}{}${" }".repeat(300)}`;
    const spec = path.join(
      await temporaryFolder({ "a.yaml": `${HEAD}paths: {}\ncomponents: { schemas: { A: ${deep} } }\n` }),
      "a.yaml",
    );
    await loadDocument(spec);
    const depth = await refusal(loadDocument(spec, { maxDepth: 200 }));
    expect(depth.message).toContain("a.yaml#: the document is nested deeper than 200 levels");
    const size = await refusal(loadDocument(spec, { maxBytes: 1000 }));
    expect(size.message).toMatch(
      /a\.yaml: it has \d+ bytes, and the limit is 1000; split it, or raise the limit with --max-bytes/,
    );
    const count = await refusal(loadDocument(spec, { maxValues: 100 }));
    expect(count.message).toContain("and the limit is 100");
    expect((await refusal(loadDocument(spec, { maxDepth: 0 }))).message).toContain("above 0");
  });

  it("end the reading of a document that no parser's stack can hold", async () => {
    const spec = path.join(await temporaryFolder({ "a.json": "[".repeat(200_000) }), "a.json");
    expect((await refusal(loadDocument(spec))).message).toContain("nested deeper than 500 levels");
  });
});
