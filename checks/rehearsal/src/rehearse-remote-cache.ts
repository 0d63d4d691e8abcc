import { glob, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import type { RepositoryCopy, RunInCopy } from "@np6/tools/copy-repository";
import type { RehearsalPart } from "./rehearsal-results.ts";
import { startService } from "./start-service.ts";

/** A task of a turbo run, and the origin of its result. */
interface CachedTask {
  readonly taskId: string;
  readonly cache: { readonly status: "HIT" | "MISS"; readonly source?: "LOCAL" | "REMOTE" };
}

/**
 * Starts a cache server, builds with it, deletes all local results, and builds again: the server must provide every
 * result. Then it builds with another signature key: the server must provide none.
 */
export async function rehearseRemoteCache(
  { folder, run }: RepositoryCopy,
  storage: string,
  part: RehearsalPart,
): Promise<void> {
  const token = crypto.randomUUID();
  await using server = await startService("start-remote-cache.mjs", [], {
    NODE_ENV: "production",
    LOG_LEVEL: "fatal",
    TURBO_TOKEN: token,
    STORAGE_PROVIDER: "local",
    STORAGE_PATH: storage,
    STORAGE_PATH_USE_TMP_FOLDER: "false",
    // Makes the server keep signatures. The real key stays with the builders; the server cannot sign.
    TURBO_REMOTE_CACHE_SIGNATURE_KEY: "kept",
  });
  const settings = { TURBO_API: server.url, TURBO_TOKEN: token, TURBO_TEAM: "np6" };
  const signed = { ...settings, TURBO_REMOTE_CACHE_SIGNATURE_KEY: crypto.randomUUID() };
  await forgetBuilds(folder);
  const first = await build(folder, run, signed);
  part.expect("the first build runs every task", first.every(isMiss), summary(first));

  await forgetBuilds(folder);
  const second = await build(folder, run, signed);
  const remote = second.length > 0 && second.every(({ cache }) => cache.source === "REMOTE");
  part.expect("another machine gets every task from the server", remote, summary(second));

  await forgetBuilds(folder);
  const third = await build(folder, run, {
    ...settings,
    TURBO_REMOTE_CACHE_SIGNATURE_KEY: crypto.randomUUID(),
  });
  part.expect("results that were signed with another key are not used", third.every(isMiss), summary(third));
}

/** Deletes builds and caches, like on a new machine with sources and dependencies only. */
async function forgetBuilds(folder: string): Promise<void> {
  for await (const path of glob(["{packages/*,spec}/dist", "**/.turbo"], {
    cwd: folder,
    exclude: ["**/node_modules"],
  })) {
    await rm(join(folder, path), { recursive: true, force: true });
  }
  await rm(join(folder, "node_modules/.cache/turbo"), { recursive: true, force: true });
}

async function build(
  folder: string,
  run: RunInCopy,
  env: Readonly<Record<string, string>>,
): Promise<CachedTask[]> {
  const words = ["exec", "turbo", "run", "build", "--summarize", "--output-logs=errors-only"];
  const output = stripVTControlCharacters(
    await run("pnpm", words, { ...env, TURBO_TELEMETRY_DISABLED: "1" }),
  );
  const [, file] = /Summary:.*?(\.turbo[\\/]runs[\\/]\w+\.json)/.exec(output) ?? [];
  if (file === undefined) throw new Error(`turbo wrote no summary:\n${output}`);
  return (JSON.parse(await readFile(join(folder, file), "utf8")) as { tasks: CachedTask[] }).tasks;
}

function isMiss({ cache }: CachedTask): boolean {
  return cache.status === "MISS";
}

function summary(tasks: readonly CachedTask[]): string {
  const hits = tasks.filter((task) => !isMiss(task)).map(({ cache }) => cache.source);
  return `${tasks.length} tasks, ${hits.filter((source) => source === "REMOTE").length} from the server, ${hits.filter((source) => source === "LOCAL").length} from here`;
}
