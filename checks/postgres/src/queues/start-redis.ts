import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../free-port.ts";
import { killAtExit } from "../kill-at-exit.ts";

const program = "/usr/bin/redis-server";

/** A Redis server of this script. */
export interface Redis extends AsyncDisposable {
  readonly port: number;
}

/** Finds Debian's Redis, or installs it if allowed. @returns the reason if it is not available */
function missingRedis(): string | undefined {
  if (existsSync(program)) return undefined;
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return "redis-server is not installed";
  // The package's own start would leave a server behind.
  const command = `test -x ${program} || { apt-get update -qq && RUNLEVEL=1 apt-get install -y -qq --no-install-recommends redis-server; }`;
  const { status } = spawnSync("flock", ["/var/lock/np6-redis.lock", "sh", "-c", command], {
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
  return status === 0 ? undefined : "apt-get could not install redis-server";
}

/** Starts Redis on a free port, in memory only. @returns the reason if it is not available */
export async function startRedis(): Promise<Redis | string> {
  const missing = missingRedis();
  if (missing !== undefined) return missing;
  const folder = await mkdtemp(join(tmpdir(), "np6-redis-"));
  const port = await freePort();
  const words = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--dir", folder];
  const child = spawn(program, words, { stdio: ["ignore", "pipe", "ignore"] });
  killAtExit(child);
  await new Promise<void>((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`redis-server ended with ${code}`)));
    child.stdout.on("data", (bytes) => {
      if (String(bytes).includes("Ready to accept connections")) resolve();
    });
  });
  return {
    port,
    async [Symbol.asyncDispose]() {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
