import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { type BuildOptions, build, type Metafile } from "esbuild";
import { spread } from "../measure/spread.ts";
import { entries } from "./entries.ts";
import type { Table } from "./table.ts";

const folder = fileURLToPath(new URL("../..", import.meta.url));
const packages = fileURLToPath(new URL("../../../../packages/", import.meta.url));

/** Returns the source of a program that makes one call. */
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

/** Bundles a program with one call, minified; code that a call may load later is a separate file. */
async function bundle(program: string, alias: Record<string, string>) {
  const options = {
    // Inside this folder, so that its packages can be resolved.
    stdin: { contents: program, resolveDir: folder },
    bundle: true,
    splitting: true,
    minify: true,
    write: false,
    outdir: "/bundle",
    metafile: true,
    format: "esm",
    target: "es2022",
    logLevel: "error",
    alias,
  } satisfies BuildOptions;
  const { metafile, outputFiles } = await build(options);
  const loaded = loadedAtOnce(metafile);
  const contents = outputFiles.filter(({ path }) => loaded.some(([name]) => name.endsWith(path.slice(1))));
  return { outputs: loaded.map(([, output]) => output), contents: contents.map((file) => file.contents) };
}

/** Lists the entry and its imports, without those by a call of `import`. */
function loadedAtOnce({ outputs }: Metafile): [string, Metafile["outputs"][string]][] {
  const reached = new Map(Object.entries(outputs).filter(([, { entryPoint }]) => entryPoint === "<stdin>"));
  for (const output of reached.values()) {
    for (const { path, kind } of output.imports) {
      const imported = outputs[path];
      if (kind === "import-statement" && imported !== undefined) reached.set(path, imported);
    }
  }
  return [...reached];
}

/** Counts the bytes of a program with one call and everything that it needs: bundled, minified, by brotli. */
export async function bundleBytes(name: string): Promise<number> {
  const { contents } = await bundle(callProgram(name), {});
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  return contents.reduce((sum, code) => sum + brotliCompressSync(code, { params }).length, 0);
}

/**
 * Lists the parts of a bundle.
 * @returns bytes by module, minified and not compressed. For the client, the sources are bundled instead of its build,
 *   so the modules are those of its sources
 */
export async function bundleModules(name: string): Promise<Record<string, number>> {
  const program = callProgram(name).replaceAll("api-client/dist/index.mjs", "api-client/src/index.ts");
  const runtime = `${packages}openapi-runtime/src/index.ts`;
  const { outputs } = await bundle(program, { "@np6/openapi-runtime": runtime });
  const inputs = outputs.flatMap((output) => Object.entries(output.inputs));
  return Object.fromEntries(
    inputs.map(([path, { bytesInOutput }]) => [
      path.replace(/^.*(?:node_modules|packages)\//, ""),
      bytesInOutput,
    ]),
  );
}

/** Measures the bundles of all clients, compared with openapi-fetch. */
export async function measureBundles(): Promise<Table[]> {
  const names = ["openapi-fetch", ...Object.keys(entries).filter((name) => name !== "openapi-fetch")];
  const bytes: number[] = [];
  for (const name of names) bytes.push(await bundleBytes(name));
  const rows = names.map((name, index) => {
    const size = bytes[index] ?? 0;
    return { name, cost: spread([size]), ratio: spread([size / (bytes[0] ?? 1)]) };
  });
  return [{ title: "Bundle of one call", unit: "bytes, brotli", rows }, await measureModules()];
}

const listedModules = 12;

/** Lists the parts of the client's bundle, the largest modules first. */
async function measureModules(): Promise<Table> {
  const modules = Object.entries(await bundleModules("np6, by operation")).sort(([, a], [, b]) => b - a);
  const unlisted = modules.slice(listedModules);
  const total = modules.reduce((sum, [, bytes]) => sum + bytes, 0);
  const lines: readonly (readonly [string, number])[] = [
    ["total", total],
    ...modules.slice(0, listedModules),
    [`${unlisted.length} more modules`, unlisted.reduce((sum, [, bytes]) => sum + bytes, 0)],
  ];
  const rows = lines.map(([name, bytes]) => ({
    name,
    cost: spread([bytes]),
    ratio: spread([bytes / total]),
  }));
  return { title: "Content of the client's bundle", unit: "bytes, minified, not compressed", rows };
}
