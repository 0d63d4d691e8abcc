import { spawnSync } from "node:child_process";
import { mkdtempDisposableSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { alternate } from "../measure/alternate.ts";
import type { Table } from "./table.ts";

const require = createRequire(import.meta.url);
const np6Codegen = fileURLToPath(
  new URL("../../../../packages/openapi-codegen/bin/np6-codegen.mjs", import.meta.url),
);
const np6Document = fileURLToPath(new URL("../../../spec/dist/openapi.json", import.meta.url));

/** A public document of 13 MB. */
export const githubDocument: string = require.resolve("@octokit/openapi/generated/api.github.com.json");

/** Runs the code generator as a script would. */
export function runCodegen(words: readonly string[]): void {
  run([np6Codegen, "generate", ...words]);
}

function run(words: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, words, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${words.join(" ")} failed: ${stderr}`);
}

/** Measures whole runs of the code generator with all outputs, and of openapi-typescript, which only writes types. */
export async function measureCodegen(rounds: number): Promise<Table[]> {
  using temporary = mkdtempDisposableSync(join(tmpdir(), "np6-bench-codegen-"));
  const folder = temporary.path;
  const openapiTypescript = join(require.resolve("openapi-typescript/package.json"), "../bin/cli.js");
  const outputs = ["types", "operations", "methods"].flatMap((name) => [
    `--${name}`,
    join(folder, `${name}.ts`),
  ]);
  const tables: Table[] = [];
  for (const [title, document] of [
    ["this API's document", np6Document],
    ["a document of 13 MB", githubDocument],
  ] as const) {
    const works = {
      "openapi-typescript": () => run([openapiTypescript, document, "--output", join(folder, "plain.ts")]),
      "np6-codegen": () => runCodegen(["--spec", document, ...outputs]),
      "np6-codegen, nothing changed": () => runCodegen(["--spec", document, ...outputs]),
    };
    const alternatives = Object.entries(works).map(([name, work]) => ({
      name,
      measure: () => {
        if (name === "np6-codegen") rmSync(join(folder, "types.ts"), { force: true });
        const startedAt = performance.now();
        work();
        return performance.now() - startedAt;
      },
    }));
    tables.push({
      title: `Code generation, ${title}`,
      unit: "ms",
      rows: await alternate(alternatives, rounds),
    });
  }
  return tables;
}
