import { chmod, mkdir, readdir, readFile, stat, symlink, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { shop } from "./compiled/test-outputs.test-support.ts";
import { generate } from "./generate.ts";
import { shopDocument } from "./testing/shop-document.test-support.ts";
import { typeCheck } from "./testing/type-check.test-support.ts";

describe("generate", () => {
  it("writes types and an operation table", async () => {
    const { folder, ...options } = await shop();
    const { files, warnings } = await generate(options);
    expect(files.map(({ status }) => status)).toEqual(["written", "written"]);
    expect(warnings).toEqual([
      expect.stringMatching(/openapi\.yaml#\/paths\/~1orders~1\{id\}\/get: GET \/orders\/\{id\}/),
    ]);
    await expect(await readFile(options.types, "utf8")).toMatchFileSnapshot("snapshots/shop-types.ts.snap");
    await expect(await readFile(options.operations, "utf8")).toMatchFileSnapshot(
      "snapshots/shop-operations.ts.snap",
    );
    expect(await readdir(path.dirname(options.types))).toEqual(["operations.gen.ts", "types.gen.ts"]);
  });

  it("writes validators", async () => {
    const { folder, spec } = await shop();
    const validators = path.join(folder, "validators.gen.ts");
    await generate({ spec, validators });
    const text = await readFile(validators, "utf8");
    expect(text).toContain(
      "// Regenerate: np6-codegen generate --spec openapi.yaml --validators validators.gen.ts",
    );
    await expect(text).toMatchFileSnapshot("snapshots/shop-validators.ts.snap");
  });

  it("writes the same bytes wherever the repository is", async () => {
    const [one, two] = [await shop(), await shop()];
    await generate(one);
    await generate(two);
    for (const output of ["types", "operations"] as const) {
      const text = await readFile(one[output], "utf8");
      expect(text).toBe(await readFile(two[output], "utf8"));
      expect(text).toContain(
        "// Regenerate: np6-codegen generate --spec openapi.yaml --types src/generated/types.gen.ts",
      );
      expect(text).not.toContain(one.folder);
    }
  });

  it("shows the given command", async () => {
    const options = await shop();
    await generate({ ...options, command: "pnpm run generate" });
    expect(await readFile(options.types, "utf8")).toContain("// Regenerate: pnpm run generate\n");
  });

  it("does not touch a file that would not change", async () => {
    const options = await shop();
    await generate(options);
    const past = new Date(0);
    await utimes(options.types, past, past);
    await writeFile(options.operations, "something else");
    const { files } = await generate(options);
    expect(files.map(({ status }) => status)).toEqual(["unchanged", "written"]);
    expect((await stat(options.types)).mtime).toEqual(past);
  });

  it("can run several times at once", async () => {
    const options = await shop();
    await Promise.all([generate(options), generate(options), generate(options), generate(options)]);
    const { files } = await generate(options);
    expect(files.map(({ status }) => status)).toEqual(["unchanged", "unchanged"]);
    expect(await readdir(path.dirname(options.types))).toEqual(["operations.gen.ts", "types.gen.ts"]);
  });

  it("survives hostile text in every place of the document", async () => {
    const hostile = '*/ `\u0024{1}` " \\\\ \\u2028 \\n //';
    const { folder, spec } = await shop(
      JSON.stringify({
        openapi: "3.1.0",
        info: { title: "TITLE", version: "TITLE" },
        paths: {
          "/TITLE/{TITLE}": {
            get: {
              operationId: "__proto__",
              description: "TITLE",
              parameters: [{ name: "TITLE", in: "path", required: true, schema: { type: "string" } }],
              responses: { 200: { description: "TITLE" } },
            },
          },
        },
        components: { schemas: { TITLE: { description: "TITLE", enum: ["TITLE"] } } },
      }).replaceAll("TITLE", hostile.replaceAll('"', '\\"')),
    );
    await generate({
      spec,
      types: path.join(folder, "types.ts"),
      operations: path.join(folder, "operations.ts"),
    });
    expect(await typeCheck(folder, "typescript7")).toMatchObject({ code: 0, stdout: "" });
  });
});

describe("what cannot be generated", () => {
  it("leaves the old files as they were", async () => {
    const options = await shop();
    await generate(options);
    const before = await readFile(options.types, "utf8");
    await writeFile(
      options.spec,
      shopDocument.replace("operationId: saved-searches/replace", "operationId: createOrder"),
    );
    await expect(generate(options)).rejects.toThrow(
      /openapi\.yaml#\/paths\/~1orders~1\{id\}\/post\/operationId and .*openapi\.yaml#\/paths\/~1search\/put\/operationId: operationId "createOrder" is used twice/,
    );
    expect(await readFile(options.types, "utf8")).toBe(before);
  });

  it("names the file that a schema was written in, when no validator can be made of it", async () => {
    const options = await shop(shopDocument.replace("kind: { type: string,", "kind: { tpye: string,"));
    const validators = path.join(options.folder, "validators.gen.ts");
    await expect(generate({ spec: options.spec, validators })).rejects.toThrow(
      /openapi\.yaml#\/components\/schemas\/Order\/properties\/kind\/tpye: "tpye" is no keyword/,
    );
    await expect(readFile(validators)).rejects.toThrow("ENOENT");
  });

  it("names the file that a path item was written in", async () => {
    const options = await shop(
      'openapi: 3.1.0\ninfo: { title: a, version: "1" }\npaths: { /a: { $ref: a.yaml }, /b: { $ref: a.yaml } }',
    );
    await writeFile(path.join(options.folder, "a.yaml"), "get: { operationId: x, responses: {} }");
    await expect(generate(options)).rejects.toThrow(
      /a\.yaml#\/get\/operationId and .*a\.yaml#\/get\/operationId: operationId "x"/,
    );
  });

  it("writes neither file when the second cannot be written", async () => {
    const options = await shop();
    await mkdir(path.join(options.folder, "locked"));
    await writeFile(path.join(options.folder, "locked/file"), "");
    const operations = path.join(options.folder, "locked/file/operations.gen.ts");
    await expect(generate({ ...options, operations })).rejects.toThrow(
      /operations\.gen\.ts: cannot write this file: /,
    );
    expect(await readdir(path.dirname(options.types))).toEqual([]);
  });

  it("never overwrites the document, not even a part of it or through a link", async () => {
    const options = await shop(shopDocument.replace("#/components/parameters/Id", "id.yaml"));
    const part = path.join(options.folder, "id.yaml");
    await writeFile(part, "{ name: id, in: path, required: true, schema: { type: integer } }");
    const link = path.join(options.folder, "link.ts");
    await symlink(options.spec, link);
    for (const types of [options.spec, part, link]) {
      await expect(generate({ ...options, types })).rejects.toThrow("is part of the OpenAPI document");
    }
    expect(await readFile(options.spec, "utf8")).toContain("openapi: 3.1.0");
  });

  it("is refused when both outputs are one file, or an output is a folder, or there is none", async () => {
    const { spec, types, folder } = await shop();
    const same = path.join(path.dirname(types), "..", "generated", path.basename(types));
    await expect(generate({ spec, types, operations: same })).rejects.toThrow("cannot go to the same file");
    await expect(generate({ spec, types: folder })).rejects.toThrow("the output must be a file");
    await expect(generate({ spec, types, validators: same })).rejects.toThrow("cannot go to the same file");
    await expect(generate({ spec })).rejects.toThrow("nothing to generate");
  });
});

it("keeps a link to an output a link", async () => {
  const options = await shop();
  const target = path.join(options.folder, "target.ts");
  const link = path.join(options.folder, "link.ts");
  await writeFile(target, "");
  await chmod(target, 0o644);
  await symlink(target, link);
  await generate({ spec: options.spec, types: link });
  expect(await readFile(target, "utf8")).toContain("export interface paths");
});
