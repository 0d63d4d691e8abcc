import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { JsonObject } from "@np6/openapi-document";
import { expect, it } from "vitest";
import { stringify } from "yaml";
import { diffFiles } from "./diff-files.ts";
import { shopDocument } from "./testing/shop-document.test-support.ts";
import { testRewrites } from "./testing/test-rewrites.test-support.ts";

testRewrites(150);

it("a document in YAML, in many files, or in OpenAPI 3.0 is the same one", async () => {
  const folder = await mkdtemp(join(tmpdir(), "openapi-diff-"));
  try {
    const document = shopDocument();
    const { schemas } = document.components as { schemas: Record<string, unknown> };
    const file = (name: string) => join(folder, name);
    await writeFile(file("one.json"), JSON.stringify(document));
    await writeFile(file("one.yaml"), stringify(document));
    // Each schema is in its own file, and references between schemas go through the root file.
    const split = structuredClone(document) as { components: { schemas: Record<string, unknown> } };
    for (const [name, schema] of Object.entries(schemas)) {
      await writeFile(
        file(`${name}.yaml`),
        stringify(schema).replaceAll("#/components", "many.yaml#/components"),
      );
      split.components.schemas[name] = { $ref: `${name}.yaml` };
    }
    await writeFile(file("many.yaml"), stringify(split));
    const older = JSON.parse(JSON.stringify(document), (_, value: unknown) => {
      if (typeof value !== "object" || value === null) return value;
      const { type, const: only, ...others } = value as Record<string, unknown>;
      if (only !== undefined) return { ...others, type: "string", enum: [only] };
      if (!Array.isArray(type) || !type.includes("null")) return value;
      return { ...others, type: type.find((one) => one !== "null"), nullable: true };
    }) as JsonObject;
    await writeFile(file("older.json"), JSON.stringify({ ...older, openapi: "3.0.3" }));
    for (const other of ["one.yaml", "many.yaml", "older.json"]) {
      const { changes } = await diffFiles(file("one.json"), file(other));
      expect({ other, changes: changes.filter(({ bump }) => bump !== "patch") }).toEqual({
        other,
        changes: [],
      });
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
