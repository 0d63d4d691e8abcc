import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import esbuildPlugin from "@size-limit/esbuild";
import filePlugin from "@size-limit/file";
import { build } from "esbuild";
import sizeLimit from "size-limit";
import { spread } from "../measure/spread.ts";
import { entries } from "./entries.ts";
import type { Table } from "./table.ts";

const folder = fileURLToPath(new URL("../..", import.meta.url));

/** A program that makes one call. */
export function callProgram(name: string): string {
  const { module, make, call } = entries[name] ?? { module: "", make: "", call: "" };
  const from = module.startsWith(".") ? join(folder, module) : module;
  const imported = module === "" ? "" : `import * as module from ${JSON.stringify(from)};`;
  return `${imported}
(async (key, body) => {
  ${make}
  console.log(${call});
})(globalThis.KEY, globalThis.BODY);
`;
}

/** Bytes of a program that makes one call, everything that it needs included: bundled, minified, by brotli. */
export async function bundleBytes(name: string): Promise<number> {
  // Inside this folder, so that its packages are found.
  const scratch = await mkdtemp(join(folder, ".bundle-"));
  try {
    const file = join(scratch, "program.js");
    await writeFile(file, callProgram(name));
    const [result] = (await sizeLimit([esbuildPlugin, filePlugin], [file])) as { size?: number }[];
    if (result?.size === undefined) throw new Error(`size-limit did not say how large ${name} is`);
    return result.size;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/**
 * What a bundle is made of.
 * @returns bytes by module, minified and not compressed. The client's modules are those of its sources, which are bundled here
 *   instead of its build
 */
export async function bundleModules(name: string): Promise<Record<string, number>> {
  const { metafile } = await build({
    stdin: {
      contents: callProgram(name).replaceAll(
        "packages/api-client/dist/index.mjs",
        "packages/api-client/src/index.ts",
      ),
      resolveDir: folder,
    },
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: "esm",
    target: "es2022",
    logLevel: "error",
  });
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs));
  return Object.fromEntries(
    inputs.map(([path, { bytesInOutput }]) => [
      path.replace(/^.*(?:node_modules|packages)\//, ""),
      bytesInOutput,
    ]),
  );
}

/** The bundles of all contenders; compared with openapi-fetch. */
export async function measureBundles(): Promise<Table[]> {
  const names = ["openapi-fetch", ...Object.keys(entries).filter((name) => name !== "openapi-fetch")];
  const bytes: number[] = [];
  for (const name of names) bytes.push(await bundleBytes(name));
  const rows = names.map((name, index) => {
    const own = bytes[index] ?? 0;
    return { name, cost: spread([own]), ratio: spread([own / (bytes[0] ?? 1)]) };
  });
  return [{ title: "Bundle of one call", unit: "bytes, brotli", rows }, await measureModules()];
}

const listedModules = 12;

/** What the client's bundle is made of, the largest modules first. */
async function measureModules(): Promise<Table> {
  const modules = Object.entries(await bundleModules("np6, by operation")).sort(([, a], [, b]) => b - a);
  const others = modules.slice(listedModules);
  const whole = modules.reduce((sum, [, bytes]) => sum + bytes, 0);
  const lines: readonly (readonly [string, number])[] = [
    ["all of it", whole],
    ...modules.slice(0, listedModules),
    [`${others.length} more modules`, others.reduce((sum, [, bytes]) => sum + bytes, 0)],
  ];
  const rows = lines.map(([name, bytes]) => ({
    name,
    cost: spread([bytes]),
    ratio: spread([bytes / whole]),
  }));
  return { title: "What the client's bundle is made of", unit: "bytes, minified, not compressed", rows };
}
