import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";

const name = "@np6/api-types";
const require = createRequire(import.meta.url);

describe("the OpenAPI document in the package", () => {
  const path = require.resolve(`${name}/openapi.json`);
  const document = readFileSync(path);

  test("is the spec's bundle, which check:generated holds the types against, to the byte, and has its hash beside it", () => {
    expect(document.equals(readFileSync(new URL("../../../spec/dist/openapi.json", import.meta.url)))).toBe(
      true,
    );
    const hash = createHash("sha256").update(document).digest("hex");
    expect(readFileSync(`${path}.sha256`, "utf8")).toBe(`${hash}  openapi.json\n`);
  });

  test("is an OpenAPI 3.1 document of the version that the banner names", () => {
    const { openapi, info } = JSON.parse(document.toString("utf8"));
    expect(openapi).toMatch(/^3\.1\./);
    const generated = readFileSync(new URL("./generated/openapi.gen.ts", import.meta.url), "utf8");
    expect(generated).toContain(`// API: ${info.title} ${info.version}\n`);
  });
});

describe("the guards at run time", () => {
  test("are the same to import and to require, and need nothing else", async () => {
    const esm: object = await import(/* @vite-ignore */ import.meta.resolve(`${name}/guards`));
    const exported = Object.keys(esm).filter((key) => key !== "default" && key !== "module.exports");
    expect(exported).toEqual(
      expect.arrayContaining(["isKnownWorkflowNode", "unrecognized", "workflowNodeTypes"]),
    );
    expect(Object.keys(require(`${name}/guards`)).sort()).toEqual(exported.sort());
    const source = readFileSync(new URL("../dist/guards.mjs", import.meta.url), "utf8");
    expect(source).not.toMatch(/^import |\brequire\(/m);
  });
});

describe("the package at run time", () => {
  test("exports nothing, neither to import nor to require", async () => {
    const esm: object = await import(/* @vite-ignore */ import.meta.resolve(name));
    expect(Object.keys(esm).filter((key) => key !== "default")).toEqual([]);
    expect(Object.keys(require(name))).toEqual([]);
  });

  test.each(["index.mjs", "index.cjs", "methods.mjs", "methods.cjs"])(
    "has no statement in dist/%s",
    (file) => {
      const source = readFileSync(new URL(`../dist/${file}`, import.meta.url), "utf8");
      const statements = source
        .split("\n")
        .filter((line) => line.trim() !== "" && !line.startsWith("//") && line.trim() !== "export {};");
      expect(statements).toEqual([]);
    },
  );
});
