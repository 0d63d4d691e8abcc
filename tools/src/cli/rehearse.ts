import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { copyRepository } from "../rehearsal/copy-repository.ts";
import { formatResults } from "../rehearsal/format-results.ts";
import { packageManagers, userSettings } from "../rehearsal/package-managers.ts";
import { rehearsalEnvironment } from "../rehearsal/rehearsal-environment.ts";
import { RehearsalResults } from "../rehearsal/rehearsal-results.ts";
import { rehearseReleases } from "../rehearsal/rehearse-releases.ts";
import { rehearseRemoteCache } from "../rehearsal/rehearse-remote-cache.ts";
import { startRegistry } from "../rehearsal/start-registry.ts";
import { repositoryRoot } from "../repository/repository-root.ts";

/**
 * `pnpm rehearse`: releases, as they will be, on servers of its own and a copy of the checkout. Everything is in one temporary
 * folder that is removed in the end; two can run at once.
 */
const start = performance.now();
/** Shows what is being done, behind the seconds since the start. */
const say = (line: string) => {
  const seconds = Math.round((performance.now() - start) / 1000);
  process.stdout.write(`${String(seconds).padStart(4)} s  ${line}\n`);
};
const results = new RehearsalResults();

async function installServices(folder: string, stop: AbortSignal): Promise<void> {
  await mkdir(folder);
  const files = [
    "package.json",
    "pnpm-lock.yaml",
    "pnpm-workspace.yaml",
    "start-registry.mjs",
    "start-remote-cache.mjs",
  ];
  for (const file of files) await cp(join(repositoryRoot, "checks/rehearsal", file), join(folder, file));
  const options = { cwd: folder, env: rehearsalEnvironment(), extendEnv: false, cancelSignal: stop } as const;
  await execa("pnpm", ["install", "--frozen-lockfile", "--prefer-offline"], options);
}

async function rehearse(folder: string, stop: AbortSignal): Promise<void> {
  const services = join(folder, "services");
  const copy = join(folder, "repository");
  say("Copying the repository, and installing a registry and a cache server …");
  const [, run] = await Promise.all([installServices(services, stop), copyRepository(copy, stop)]);

  say("Building with a remote cache …");
  const cache = join(folder, "cache");
  await results
    .run("remote cache", "is rehearsed", () => rehearseRemoteCache(copy, run, services, cache, results))
    .catch(() => undefined);

  await mkdir(join(folder, "registry"));
  await mkdir(join(folder, "consumers"));
  const registry = await startRegistry(services, join(folder, "registry"));
  try {
    const npmrc = join(folder, "publisher.npmrc");
    await writeFile(npmrc, userSettings(registry.url, "NP6_REGISTRY_TOKEN"));
    const yarn = join(services, "node_modules/@yarnpkg/cli-dist/bin/yarn.js");
    const managers = await packageManagers(registry, folder, yarn, stop);
    const publisher = { folder: copy, run, registry, npmrc };
    await rehearseReleases({ publisher, managers, consumers: join(folder, "consumers"), results, say }).catch(
      () => undefined,
    );
  } finally {
    await registry.stop();
  }
}

const stopping = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  // Not once: package managers pass a signal on that the terminal already sent, and the second would end this before it tidied up.
  process.on(signal, () => stopping.abort(new Error(`stopped by ${signal}`)));
}
const folder = await mkdtemp(join(tmpdir(), "np6-rehearsal-"));
try {
  await rehearse(folder, stopping.signal);
} catch (error) {
  results.expect(
    "rehearsal",
    "runs to its end",
    false,
    error instanceof Error ? error.message : String(error),
  );
} finally {
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}
process.stdout.write(`\n${formatResults(results.all)}\n`);
process.exitCode = results.all.length === 0 || results.all.some(({ passed }) => !passed) ? 1 : 0;
