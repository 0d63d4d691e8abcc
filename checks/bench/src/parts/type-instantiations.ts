import { spawnSync } from "node:child_process";
import { mkdtempDisposable, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { spread } from "../measure/spread.ts";
import { githubDocument, runCodegen } from "./codegen.ts";
import type { Table } from "./table.ts";

const require = createRequire(import.meta.url);
const folder = fileURLToPath(new URL("../..", import.meta.url));
const client = new URL("../../../../packages/api-client/dist/index.mjs", import.meta.url);
const types = new URL("../../../../packages/api-types/dist/index.mjs", import.meta.url);

/** A program with three calls: an import, the creation of a client, and the calls. */
interface Program {
  readonly head: string;
  readonly calls: string;
}

const small: Readonly<Record<string, Program>> = {
  "np6, by operation": {
    head: `import { createClient } from ${JSON.stringify(fileURLToPath(client))};
export const np6 = createClient({ apiKey: "k" });`,
    calls: `export const a = await np6.duplicateWorkflow({ path: { id: 42 } });
export const b = await np6.executeWorkflow({ path: { id: 42 }, body: { receiver: { type: "id", value: "x" } } });
export const c = await np6.getWorkflowNodes({ path: { id: 42 } });`,
  },
  "np6, by path": {
    head: `import { createClient } from ${JSON.stringify(fileURLToPath(client))};
export const np6 = createClient({ apiKey: "k" });`,
    calls: byPath("np6"),
  },
  "openapi-fetch": {
    head: `import createClient from "openapi-fetch";
import type { paths } from ${JSON.stringify(fileURLToPath(types))};
export const client = createClient<paths>({ baseUrl: "https://api.example.com" });`,
    calls: byPath("client"),
  },
};

function byPath(name: string): string {
  const params = "params: { path: { id: 42 } }";
  return `export const a = await ${name}.POST("/scripting/workflows/{id}/duplication", { ${params} });
export const b = await ${name}.POST("/scripting/workflows/{id}/execution", { ${params}, body: { receiver: { type: "id", value: "x" } } });
export const c = await ${name}.GET("/scripting/workflows/{id}/nodes", { ${params} });`;
}

/** The same program for GitHub's document, whose files were generated into the folder. */
const large: Readonly<Record<string, Program>> = {
  "np6, by operation": {
    head: `import type { Methods } from "./methods.gen.js";
declare const github: Methods<{ readonly signal?: AbortSignal }>;
export const made = github;`,
    calls: `export const a = await github["repos/get"]({ path: { owner: "o", repo: "r" } });
export const b = await github["issues/create"]({ path: { owner: "o", repo: "r" }, body: { title: "t" } });
export const c = await github["meta/get"]();`,
  },
  "openapi-fetch": {
    head: `import createClient from "openapi-fetch";
import type { paths } from "./types.gen.js";
export const client = createClient<paths>({ baseUrl: "https://api.example.com" });`,
    calls: `const path = { owner: "o", repo: "r" };
export const a = await client.GET("/repos/{owner}/{repo}", { params: { path } });
export const b = await client.POST("/repos/{owner}/{repo}/issues", { params: { path }, body: { title: "t" } });
export const c = await client.GET("/meta");`,
  },
};

const compilerOptions = {
  noEmit: true,
  strict: true,
  skipLibCheck: true,
  target: "es2023",
  module: "nodenext",
  types: [],
  lib: ["es2023", "dom", "dom.iterable"],
};

/** Counts the types that TypeScript 7 instantiates for a program; the load of the machine has no influence. */
async function instantiations(scratch: string, source: string): Promise<number> {
  await writeFile(join(scratch, "program.mts"), source);
  await writeFile(
    join(scratch, "tsconfig.json"),
    JSON.stringify({ compilerOptions, files: ["program.mts"] }),
  );
  const tsc = join(require.resolve("typescript7/package.json"), "../bin/tsc");
  const { stdout } = spawnSync(process.execPath, [tsc, "-p", scratch, "--extendedDiagnostics"], {
    encoding: "utf8",
  });
  const count = /^Instantiations:\s+(\d+)$/m.exec(stdout)?.[1];
  if (count === undefined || /error TS/.test(stdout))
    throw new Error(`the program does not compile:\n${stdout}`);
  return Number(count);
}

/** Counts how much three calls add to a program that only creates the client, and the total, in this order. */
async function countPrograms(
  scratch: string,
  programs: typeof small,
): Promise<Map<string, readonly [number, number]>> {
  const counts = new Map<string, readonly [number, number]>();
  for (const [name, { head, calls }] of Object.entries(programs)) {
    const withCalls = await instantiations(scratch, `${head}\n${calls}\n`);
    counts.set(name, [withCalls - (await instantiations(scratch, `${head}\n`)), withCalls]);
  }
  return counts;
}

/** Counts the programs that call this API. */
export async function countSmallPrograms(): Promise<Map<string, readonly [number, number]>> {
  await using scratch = await mkdtempDisposable(join(folder, ".types-"));
  return await countPrograms(scratch.path, small);
}

/** Measures the type instantiations of three calls, for this API and for a large one. */
export async function measureInstantiations(): Promise<Table[]> {
  await using temporary = await mkdtempDisposable(join(folder, ".types-"));
  const scratch = temporary.path;
  // Declarations, as packages contain them; sources would be checked themselves.
  runCodegen([
    "--spec",
    githubDocument,
    "--types",
    join(scratch, "types.gen.d.ts"),
    "--methods",
    join(scratch, "methods.gen.d.ts"),
  ]);
  const tables: Table[] = [];
  for (const [api, programs] of [
    ["this API", small],
    ["GitHub's API", large],
  ] as const) {
    const counts = await countPrograms(scratch, programs);
    const first = counts.get("openapi-fetch") ?? [1, 1];
    const names = ["openapi-fetch", ...[...counts.keys()].filter((name) => name !== "openapi-fetch")];
    for (const [index, subject] of ["three calls", "three calls and making the client"].entries()) {
      const rows = names.map((name) => {
        const instantiationCount = counts.get(name)?.[index] ?? 0;
        return {
          name,
          cost: spread([instantiationCount]),
          ratio: spread([instantiationCount / (first[index] ?? 1)]),
        };
      });
      tables.push({ title: `Types of ${subject}, ${api}`, unit: "instantiations", rows });
    }
  }
  return tables;
}
