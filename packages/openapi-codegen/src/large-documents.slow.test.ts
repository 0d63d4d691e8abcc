import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { loadDocument } from "./document/read-document.ts";
import { generate } from "./generate.ts";
import { runNode } from "./testing/run-command-line.test-support.ts";
import { temporaryFolder } from "./testing/temporary-folder.test-support.ts";
import { typeCheck } from "./testing/type-check.test-support.ts";

const require = createRequire(import.meta.url);
// The first package has no `exports` that hide the file; the second needs a path beside its manifest.
const DOCUMENTS: readonly [string, string][] = [
  ["GitHub", require.resolve("@octokit/openapi/generated/api.github.com.json")],
  [
    "Figma",
    path.join(path.dirname(require.resolve("@figma/rest-api-spec/package.json")), "openapi/openapi.yaml"),
  ],
];
const METHODS = /^(?:get|put|post|delete|options|head|patch|trace)$/;

/** Lists method and path of every operation, without any code of this package. */
async function operationsIn(file: string): Promise<string[]> {
  const text = await readFile(file, "utf8");
  const document = file.endsWith(".json") ? JSON.parse(text) : parse(text);
  return Object.entries<Record<string, unknown>>(document.paths).flatMap(([route, item]) =>
    Object.keys(item)
      .filter((key) => METHODS.test(key))
      .map((method) => `${method.toUpperCase()} ${route}`),
  );
}

it.each(DOCUMENTS)(
  "the document of %s gives files that type-check on their own and have all operations",
  async (name, spec) => {
    const folder = await temporaryFolder();
    const { warnings } = await generate({
      spec,
      types: path.join(folder, "types.gen.ts"),
      operations: path.join(folder, "operations.gen.ts"),
      methods: path.join(folder, "methods.gen.ts"),
    });
    // GitHub's document has two paths that differ only in the name of a parameter.
    const twins = name === "GitHub" ? [expect.stringMatching(/attestations.*attestations/)] : [];
    expect(warnings).toEqual(twins);
    // The types are assignable in both directions only if the two files name exactly the same operations.
    await writeFile(
      path.join(folder, "same-names.ts"),
      `import type { operations } from "./types.gen.js";
import type { Methods, OperationInSeveralMediaTypes } from "./methods.gen.js";
import { api } from "./operations.gen.js";
export const signed: Record<keyof operations, unknown> = {} as Record<keyof Methods<object> | OperationInSeveralMediaTypes, unknown>;
export const names: Record<keyof operations, unknown> = api.operations;
export const back: (name: keyof operations) => unknown = (name: keyof typeof api.operations) => name;
`,
    );
    const [checked7, checked5] = [
      await typeCheck(folder, "typescript7"),
      await typeCheck(folder, "typescript"),
    ];
    expect(checked5).toMatchObject({ code: 0, stdout: "" });
    expect(checked7).toMatchObject({ code: 0, stdout: "" });

    const { api } = await import(path.join(folder, "operations.gen.ts"));
    const operations = Object.values<{ method: string; path: string }>(api.operations);
    const expected = await operationsIn(spec);
    expect(expected.length).toBeGreaterThan(40);
    expect(operations.map((operation) => `${operation.method} ${operation.path}`)).toEqual(expected);
  },
  240_000,
);

// GitHub's document is left out: its validators are 6 MB, and take longer than all other tests together.
it.each(DOCUMENTS.slice(1))(
  "the document of %s gives validators that load and check",
  async (_, spec) => {
    const folder = await temporaryFolder();
    const file = path.join(folder, "validators.gen.ts");
    const { warnings } = await generate({ spec, validators: file });
    // Some unions of these documents have a discriminator without own values, or an optional one.
    for (const warning of warnings) expect(warning).toContain("cannot be told apart");
    const script = `import { validators } from "./validators.gen.ts";
const all = Object.values(validators).flatMap(({ requestBody, responses }) =>
  [requestBody, ...Object.values(responses)].flatMap((bodies) => Object.values(bodies)));
console.log(all.length, all.filter((validate) => !validate(Symbol.for("nothing JSON knows"))).length);`;
    await writeFile(path.join(folder, "check.ts"), script);
    const { code, stdout } = await runNode(["--disallow-code-generation-from-strings", "check.ts"], folder);
    expect(code).toBe(0);
    const [made, refusing] = stdout.split(" ").map(Number);
    expect(made).toBeGreaterThan(40);
    expect(refusing).toBe(made);
  },
  240_000,
);

it.each(DOCUMENTS)(
  "the bundled document of %s is bundled to itself",
  async (_, spec) => {
    const { json, sha256 } = await loadDocument(spec);
    const bundled = path.join(await temporaryFolder({ "bundled.json": json }), "bundled.json");
    expect((await loadDocument(bundled)).sha256).toBe(sha256);
  },
  240_000,
);
