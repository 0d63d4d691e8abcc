import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packInto } from "@np6/tools/pack-packages";
import { execa } from "execa";

/**
 * Runs a check in a temporary copy of a folder, and sets the exit code. The copy has the folder's dependencies, and the
 * packed client in `consumer`. The packages must be built. Several checks can run at once.
 * @param parts - files and folders to copy, besides those of the installation
 * @param check - returns the exit code; a signal such as Ctrl-C stops it
 */
export async function runInCopy(
  source: string,
  parts: readonly string[],
  check: (copy: string, stop: AbortSignal) => Promise<number>,
): Promise<void> {
  const stopping = new AbortController();
  const { signal } = stopping;
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    // `on`, not `once`: package managers also forward signals that the terminal already sent.
    process.on(name, () => stopping.abort(new Error(`stopped by ${name}`)));
  }
  const copy = await mkdtemp(join(tmpdir(), "np6-runtimes-"));
  try {
    for (const name of ["package.json", "pnpm-lock.yaml", "pnpm-workspace.yaml", ...parts]) {
      await cp(join(source, name), join(copy, name), { recursive: true });
    }
    await Promise.all([
      execa("pnpm", ["install", "--frozen-lockfile", "--prefer-offline"], {
        cwd: copy,
        cancelSignal: signal,
        stdin: "ignore",
      }),
      installPacked(join(copy, "consumer"), signal),
    ]);
    process.exitCode = await check(copy, signal);
  } catch (error) {
    const reason: unknown = signal.aborted ? signal.reason : error;
    process.stdout.write(`FAILED: ${reason instanceof Error ? reason.message : String(reason)}\n`);
    process.exitCode = 1;
  } finally {
    await rm(copy, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Packs the client and its dependencies as for a release, and installs the tarballs with npm. */
async function installPacked(folder: string, stop: AbortSignal): Promise<void> {
  await mkdir(folder);
  await writeFile(join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
  const only = ["@np6/api-types", "@np6/openapi-runtime", "@np6/api-client"];
  const packed = await packInto(join(folder, "tarballs"), { only });
  const tarballs = packed.map(({ tarball }) => tarball);
  const words = ["install", "--no-audit", "--no-fund", "--loglevel=error", ...tarballs];
  await execa("npm", words, { cwd: folder, cancelSignal: stop, stdin: "ignore" });
}
