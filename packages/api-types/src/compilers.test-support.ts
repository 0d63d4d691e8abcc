import { execFile } from "node:child_process";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const require = createRequire(import.meta.url);
// Below the package, so that the code resolves the built package.
const scratch = join(import.meta.dirname, `../.results/compilers-${process.pid}`);
const code = await readFile(join(import.meta.dirname, "consumer.test-support.ts"), "utf8");

/** Compiles code with a consumer's settings, our declarations included, and returns the compiler's output. */
async function compile(
  name: string,
  compiler: string,
  exactOptionalPropertyTypes: boolean,
  source: string,
): Promise<string> {
  const folder = join(scratch, `${compiler}-${exactOptionalPropertyTypes}-${name}`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "consumer.ts"), source);
  const compilerOptions = {
    target: "es2022",
    module: "nodenext",
    moduleDetection: "force",
    types: [],
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes,
    skipLibCheck: false,
    // The standard library is not ours, and its check takes longer than the rest.
    skipDefaultLibCheck: true,
    noEmit: true,
  };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["consumer.ts"] }));
  const tsc = join(require.resolve(`${compiler}/package.json`), "../bin/tsc");
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [tsc, "--pretty", "false", "-p", folder], (error, stdout) => {
      // A numeric exit code means errors in the code, printed on stdout. Otherwise, tsc did not start.
      if (error !== null && typeof error.code !== "number") reject(error);
      else resolve(stdout);
    });
  });
}

/** Tests the results of compilers, named as in this package's manifest, for a consumer's code. */
export function testCompilers(names: readonly string[]): void {
  const compilers = names.flatMap((compiler) =>
    [true, false].map((exactOptionalPropertyTypes) => ({
      compiler,
      version: require(`${compiler}/package.json`).version as string,
      exactOptionalPropertyTypes,
    })),
  );
  beforeAll(() => rm(scratch, { recursive: true, force: true }));
  afterAll(() => rm(scratch, { recursive: true, force: true }));

  describe.each(compilers)(
    "under TypeScript $version, exactOptionalPropertyTypes $exactOptionalPropertyTypes",
    ({ compiler, exactOptionalPropertyTypes }) => {
      test("a consumer's code compiles, and what must not compile does not", async () => {
        expect(await compile("right", compiler, exactOptionalPropertyTypes, code)).toBe("");
      });

      if (!exactOptionalPropertyTypes) return;
      test("a wrong expectation is reported", async () => {
        const wrong = code.replace(
          "same<typeof node, PublishNode>(true)",
          "same<typeof node, SendMailNode>(true)",
        );
        expect(wrong).not.toBe(code);
        expect(await compile("wrong", compiler, exactOptionalPropertyTypes, wrong)).toMatch(
          /consumer\.ts.*error TS2345/,
        );
      });
    },
  );
}
