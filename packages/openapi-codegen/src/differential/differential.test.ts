import { writeFile } from "node:fs/promises";
import path from "node:path";
import { createOperationTable, type JsonObject } from "@np6/openapi-document";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentOf, loadValidators } from "../testing/load-validators.test-support.ts";
import { temporaryFolder } from "../testing/temporary-folder.test-support.ts";
import { typeCheck } from "../testing/type-check.test-support.ts";
import { renderTypes } from "../types/render-types.ts";
import { verdicts } from "./oracle.test-support.ts";
import { type Sample, sample } from "./schema-arbitrary.test-support.ts";

const runs = Number(process.env.NP6_FUZZ_RUNS ?? 60);
const seed = Number(process.env.NP6_FUZZ_SEED ?? 20_261_128);

describe.each(["3.0.3", "3.1.0"])(
  `schemas of OpenAPI %s (NP6_FUZZ_RUNS=${runs} NP6_FUZZ_SEED=${seed})`,
  (version) => {
    const samples = fc.sample(sample(version), { numRuns: runs, seed });
    const document = documentOfAll(version, samples);

    it("are read by validators as by Ajv, and by Ajv as by another validator", {
      timeout: 600_000,
    }, async () => {
      const { validators } = await loadValidators(document);
      const found: object[] = [];
      for (const [index, one] of samples.entries()) {
        const [expected, other] = await verdicts(version, one);
        const validate = validators[`s${index}`]?.requestBody["application/json"];
        for (const [place, value] of one.values.entries()) {
          // A body whose schema accepts everything has no validator.
          const accepts = validate === undefined || validate(value);
          const byAjv = expected[place];
          if (accepts !== byAjv || byAjv !== other[place])
            found.push({ value, accepts, byAjv, byOther: other[place], ...shown(one) });
        }
      }
      expect(smallest(found)).toEqual([]);
    });

    it("are types that take what Ajv accepts, and nothing else", { timeout: 600_000 }, async () => {
      const folder = await temporaryFolder();
      await writeFile(
        path.join(folder, "types.gen.ts"),
        await renderTypes(document, createOperationTable(document).table.mediaTypes),
      );
      const lines = ['import type { operations } from "./types.gen.js";'];
      const tried: { readonly value: unknown; readonly accepts: boolean }[] = [];
      for (const [index, one] of samples.entries()) {
        const [expected] = await verdicts(version, one);
        for (const [place, value] of one.values.entries()) {
          const type = `NonNullable<operations["s${index}"]["requestBody"]>["content"]["application/json"]`;
          // JSON is also TypeScript's syntax for the type of a value. In a literal, `2` would have the type number.
          lines.push(
            `declare const v${lines.length}: ${JSON.stringify(value)}; export const t${lines.length}: ${type} = v${lines.length};`,
          );
          tried.push({ value, accepts: expected[place] === true, ...shown(one) });
        }
      }
      await writeFile(path.join(folder, "use.ts"), lines.join("\n"));
      const { stdout } = await typeCheck(folder, "typescript7");
      const places = [...stdout.matchAll(/^(\S+?)\((\d+),/gm)];
      expect(stdout.split("\n").filter((line) => line.startsWith("types.gen.ts"))).toEqual([]);
      const refused = new Set(places.map(([, , line]) => Number(line)));
      const wrong = tried.filter(({ accepts }, index) => refused.has(index + 2) === accepts);
      expect(smallest(wrong)).toEqual([]);
    });
  },
);

/** Combines all samples in one document, because each compilation has a high fixed cost. */
function documentOfAll(version: string, samples: readonly Sample[]): JsonObject {
  const renamed = samples.map((one, index) =>
    JSON.parse(JSON.stringify(one).replaceAll(/(#\/components\/schemas\/)(R\d)/g, `$1S${index}$2`)),
  );
  const components = renamed.flatMap((one, index) =>
    Object.entries(one.components).map(([name, schema]) => [`S${index}${name}`, schema]),
  );
  return documentOf(
    Object.fromEntries(renamed.map(({ schema }, index) => [`s${index}`, schema])),
    Object.fromEntries(components),
    version,
  );
}

/** Returns the schema of a sample and the components that it refers to. */
function shown({ schema, components }: Sample): object {
  const text = JSON.stringify([schema, components]);
  const used = Object.entries(components).filter(([name]) => text.includes(`schemas/${name}"`));
  return { schema, ...Object.fromEntries(used) };
}

/** Returns the shortest of the cases, which are the easiest to read. */
function smallest(found: readonly object[]): string[] {
  return found
    .map((one) => JSON.stringify(one))
    .sort((a, b) => a.length - b.length)
    .slice(0, 3);
}
