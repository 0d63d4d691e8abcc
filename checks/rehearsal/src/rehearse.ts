import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { copyRepository } from "@np6/tools/copy-repository";
import { rehearsalEnvironment } from "@np6/tools/rehearsal-environment";
import { formatResults } from "./format-results.ts";
import { packageManagers, userSettings } from "./package-managers.ts";
import { RehearsalResults } from "./rehearsal-results.ts";
import { rehearseReleases } from "./rehearse-releases.ts";
import { rehearseRemoteCache } from "./rehearse-remote-cache.ts";
import { startRegistry } from "./start-registry.ts";

/**
 * `pnpm check rehearsal`: rehearses releases on its own servers with a copy of the checkout. Everything is in one
 * temporary folder, which is removed at the end; two runs at once are possible.
 */
const start = performance.now();
/** Prints the current step, after the seconds since the start. */
const say = (line: string) => {
  const seconds = Math.round((performance.now() - start) / 1000);
  process.stdout.write(`${String(seconds).padStart(4)} s  ${line}\n`);
};
const results = new RehearsalResults();

async function rehearse(folder: string, stop: AbortSignal): Promise<void> {
  say("Copying the repository …");
  const copy = await copyRepository({
    folder: join(folder, "repository"),
    env: rehearsalEnvironment(),
    stop,
  });

  say("Building with a remote cache …");
  const cache = join(folder, "cache");
  const part = results.part("remote cache");
  await part.attempt("is rehearsed", () => rehearseRemoteCache(copy, cache, part));

  await mkdir(join(folder, "registry"));
  await mkdir(join(folder, "consumers"));
  await using registry = await startRegistry(join(folder, "registry"));
  const npmrc = join(folder, "publisher.npmrc");
  await writeFile(npmrc, userSettings(registry.url, "NP6_REGISTRY_TOKEN"));
  const yarn = join(import.meta.dirname, "../node_modules/@yarnpkg/cli-dist/bin/yarn.js");
  const managers = await packageManagers(registry, folder, yarn, stop);
  const publisher = { ...copy, registry, npmrc };
  await rehearseReleases({ publisher, managers, consumers: join(folder, "consumers"), results, say }).catch(
    () => undefined,
  );
}

const stopping = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  // Not `once`: package managers repeat the signal, and the second one would prevent the cleanup.
  process.on(signal, () => stopping.abort(new Error(`stopped by ${signal}`)));
}
const folder = await mkdtemp(join(tmpdir(), "np6-rehearsal-"));
try {
  await rehearse(folder, stopping.signal);
} catch (error) {
  const seen = error instanceof Error ? error.message : String(error);
  results.part("rehearsal").expect("finishes", false, seen);
} finally {
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}
process.stdout.write(`\n${formatResults(results.all)}\n`);
process.exitCode = results.all.length === 0 || results.all.some(({ passed }) => !passed) ? 1 : 0;
