import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { postgresJournal } from "@np6/api-bulk/postgres";
import { parse } from "yaml";
import { freePort } from "./free-port.ts";
import { killAtExit } from "./kill-at-exit.ts";
import { startPostgres } from "./postgres-server.ts";

const deploy = new URL("../deploy/", import.meta.resolve("@np6/api-bulk"));

interface Service {
  readonly command?: readonly string[];
  readonly entrypoint?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly healthcheck?: { readonly test: readonly string[] };
}

/**
 * Runs the steps of compose.yaml on this machine, without Docker. Names of services are replaced by addresses, and
 * commands by the workspace's; everything else is unchanged.
 *
 * @returns the problems, in words
 */
export async function tryCompose(): Promise<readonly string[]> {
  const { services } = parse(await readFile(new URL("compose.yaml", deploy), "utf8"), { merge: true }) as {
    readonly services: Readonly<Record<string, Service>>;
  };
  await using postgres = await startPostgres();
  const [mockPort, healthPort] = [await freePort(), await freePort()];
  const local = (text: string): string =>
    text
      .replace("database:5432", `127.0.0.1:${postgres.port}`)
      .replace("mock:4010", `127.0.0.1:${mockPort}`)
      .replace(/^4010$/, String(mockPort))
      .replace(/^8080$/, String(healthPort))
      .replace("127.0.0.1:8080", `127.0.0.1:${healthPort}`);
  const programs: Readonly<Record<string, string>> = {
    "np6-bulk": fileURLToPath(new URL("../bin/np6-bulk.mjs", import.meta.resolve("@np6/api-bulk"))),
    "np6-mock": fileURLToPath(new URL("../bin/np6-mock.mjs", import.meta.resolve("@np6/api-mock"))),
  };
  using started = new DisposableStack();
  const start = (name: string, more: readonly string[] = []) => {
    const service = services[name];
    const words = [
      ...(service?.entrypoint ?? []),
      ...(more.length > 0 ? more : (service?.command ?? [])),
    ].map(local);
    const [first = "", second = "", ...rest] = words;
    const program = first === "npx" ? programs[second] : programs["np6-bulk"];
    const isNode = first === "node" && second === "node_modules/@np6/api-bulk/bin/np6-bulk.mjs";
    if (program === undefined || !(first === "npx" || isNode)) throw new Error(`${name}: ${words.join(" ")}`);
    const environment = Object.entries(service?.environment ?? {}).map(([key, value]) => [
      key,
      local(String(value)),
    ]);
    const child = spawn(process.execPath, [program, ...rest], {
      cwd: fileURLToPath(deploy),
      env: { PATH: process.env.PATH, ...Object.fromEntries(environment) },
      stdio: ["ignore", "pipe", "pipe"],
    });
    started.defer(() => void child.kill("SIGKILL"));
    killAtExit(child);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (bytes) => (output += bytes));
    const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
    return { child, ended, output: () => output };
  };
  const expectSuccess = async (name: string, { ended, output }: ReturnType<typeof start>): Promise<void> => {
    const code = await ended;
    if (code !== 0) throw new Error(`${name} of compose.yaml ended with ${code}: ${output()}`);
  };
  start("mock");
  await expectSuccess("plan", start("plan"));
  const worker = start("worker");
  const test = services.worker?.healthcheck?.test.slice(1).map(local) ?? [];
  const isHealthy = async (): Promise<boolean> => {
    const [, ...words] = test;
    const child = spawn(process.execPath, words, { stdio: "ignore" });
    return (await new Promise((resolve) => child.once("close", resolve))) === 0;
  };
  const until = Date.now() + 20_000;
  while (!(await isHealthy())) {
    if (Date.now() > until) throw new Error("the worker's health check never passed");
    await wait(100);
  }
  await expectSuccess("operator", start("operator", ["resume", "--workers", "--yes"]));
  await expectSuccess("worker", worker);
  if (await isHealthy()) return ["the health check passes although the worker is gone"];
  const journal = await postgresJournal({ connectionString: postgres.url, job: "try" });
  const counts = await journal.counts();
  await journal.close();
  return counts.done === 300 ? [] : [`compose.yaml: ${JSON.stringify(counts)}`];
}
