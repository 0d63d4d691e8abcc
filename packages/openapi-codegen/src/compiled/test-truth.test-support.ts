import { writeFile } from "node:fs/promises";
import path from "node:path";
import { createOperationTable } from "@np6/openapi-document";
import { beforeAll, describe, expect, it } from "vitest";
import { brokenRules, documentOf, loadValidators } from "../testing/load-validators.test-support.ts";
import { temporaryFolder } from "../testing/temporary-folder.test-support.ts";
import { type Compiler, typeCheck } from "../testing/type-check.test-support.ts";
import { renderTypes } from "../types/render-types.ts";
import { truthCases } from "./truth-cases.test-support.ts";

const body = 'operations["it"]["requestBody"]';
const documents = truthCases.map(({ schema, schemas, openapi }) =>
  documentOf({ it: schema }, schemas, openapi),
);

/** Writes all values of all cases, one per line. The result describes each line by `file:line`. */
async function write(folder: string): Promise<Map<string, { value: unknown; good: boolean; rule: string }>> {
  const lines = new Map<string, { value: unknown; good: boolean; rule: string }>();
  for (const [index, document] of documents.entries()) {
    const { rule = "", good = [], bad = [] } = truthCases[index] ?? {};
    await writeFile(
      path.join(folder, `t${index}.gen.ts`),
      await renderTypes(document, createOperationTable(document).table.mediaTypes),
    );
    const use = [
      `import type { operations } from "./t${index}.gen.js";`,
      `type It = NonNullable<${body}>["content"]["application/json"];`,
    ];
    for (const [value, isGood] of [...good.map((one) => [one, true]), ...bad.map((one) => [one, false])]) {
      use.push(`export const v${use.length}: It = ${JSON.stringify(value)};`);
      lines.set(`u${index}.ts(${use.length}`, { value, good: isGood === true, rule });
    }
    await writeFile(path.join(folder, `u${index}.ts`), use.join("\n"));
  }
  return lines;
}

/** Tests that types accept exactly the values that the documents allow. */
export function testTypesTruth(compiler: Compiler): void {
  describe.each([true, false])("with exactOptionalPropertyTypes %s", (exactOptionalPropertyTypes) => {
    it(`${compiler} takes the values that the schemas of a document allow, and no others`, async () => {
      const folder = await temporaryFolder();
      const lines = await write(folder);
      const { stdout } = await typeCheck(folder, compiler, { exactOptionalPropertyTypes });
      const broken = stdout.split("\n").flatMap((line) => /^\S[^,]*/.exec(line) ?? []);
      // Generated files compile: only lines of values may have errors.
      expect(broken.filter((place) => !lines.has(place))).toEqual([]);
      const refused = new Set(broken);
      const wrong = [...lines].filter(([place, { good }]) => refused.has(place) === good);
      expect(wrong.map(([, line]) => line)).toEqual([]);
    });
  });
}

/** Tests that validators accept exactly the values that the documents allow. */
export function testValidatorsTruth(): void {
  describe.each(truthCases.map((one, index) => ({ ...one, index })))(
    "$rule: $index",
    ({ index, good, bad }) => {
      let accepts: (value: unknown) => boolean;
      beforeAll(async () => {
        const module = await loadValidators(documents[index] ?? {});
        accepts = (value) => brokenRules(module, "it", value).length === 0;
      });
      it("is what a validator checks", () => {
        expect(good.filter((value) => !accepts(value))).toEqual([]);
        expect(bad.filter((value) => accepts(value))).toEqual([]);
      });
    },
  );
}
