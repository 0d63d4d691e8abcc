import { diffDocuments } from "@np6/openapi-diff";
import type { JsonObject } from "@np6/openapi-document";
import { expect, test } from "vitest";
import { createOperationTable } from "../document/read-document.ts";
import { renderMethods } from "../operations/render-methods.ts";
import { temporaryFolder } from "../testing/temporary-folder.test-support.ts";
import { typeCheck } from "../testing/type-check.test-support.ts";
import { renderTypes } from "../types/render-types.ts";
import { proveChanges } from "./prove-changes.ts";
import { base, breaksTypes, edited, kinds } from "./shop-changes.test-support.ts";

test("another compiler says the same of all of that code", async () => {
  const types = async (of: JsonObject) => {
    const { table } = createOperationTable(of);
    const methods = renderMethods(of, table, "./types").replace(/^import type .*\n/, "");
    return `${await renderTypes(of, table.mediaTypes)}\n${methods}
export type Of<Type, Name extends PropertyKey> = Type extends { readonly [Key in Name]?: infer Value } ? Value : never;
export type Calls = Methods<unknown>;\n`;
  };
  const files: Record<string, string> = { "old.ts": await types(base) };
  const expected: string[] = [];
  for (const [index, [, edit]] of kinds.entries()) {
    const head = edited(edit);
    const { changes } = await proveChanges(diffDocuments(base, head), base, head);
    files[`now${index}.ts`] = await types(head);
    for (const [at, { witness }] of changes.filter(breaksTypes).entries()) {
      for (const [side, module] of [
        ["old", "old"],
        ["now", `now${index}`],
        ["mended", `now${index}`],
      ]) {
        const code = side === "mended" ? witness?.after : witness?.before;
        if (code === undefined) continue;
        const prefixed = code.replaceAll(
          /(?<![.\w"])(operations|paths|webhooks|components|Calls|Of|Unused|Order|Line)(?=[[<)]|\b)/g,
          "api.$1",
        );
        files[`witness-${index}-${at}-${side}.ts`] =
          `import type * as api from "./${module}.js";\nimport type * as before from "./old.js";\n${prefixed.replaceAll("before.api.", "before.")}\nexport type Kept = before.paths;\n`;
        if (side === "now") expected.push(`witness-${index}-${at}-now.ts`);
      }
    }
  }
  const folder = await temporaryFolder(files);
  const { stdout } = await typeCheck(folder, "typescript7", {
    exactOptionalPropertyTypes: false,
    noUncheckedIndexedAccess: false,
  });
  const failing = new Set([...stdout.matchAll(/^(witness-[\d-]+\w+\.ts)\(/gm)].map(([, name]) => name));
  expect([...failing].sort()).toEqual(expected.sort());
}, 60_000);
