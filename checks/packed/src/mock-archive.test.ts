import { chmod, mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packMockArchive } from "@np6/tools/mock-archive";
import { type PackedPackages, packPackages } from "@np6/tools/pack-packages";
import { execa } from "execa";
import { afterAll, beforeAll, expect, test } from "vitest";

// The mock for teams without Node. Without Docker, the Dockerfile's steps run one by one in a new folder.

let packed: PackedPackages;
let folder: string;
let dockerfile: string;

beforeAll(async () => {
  packed = await packPackages();
  folder = await mkdtemp(join(tmpdir(), "np6-mock-archive-test-"));
  // Another user than the owner runs it.
  await chmod(folder, 0o755);
  await packMockArchive(packed.packages, folder);
  dockerfile = await readFile(join(folder, "Dockerfile"), "utf8");
});

afterAll(async () => {
  await packed?.remove();
  if (folder) await rm(folder, { recursive: true, force: true });
});

/** Returns the words of a step in its JSON form. */
const words = (step: string): string[] =>
  JSON.parse(new RegExp(`^${step} .*?(\\[.*\\])$`, "m").exec(dockerfile)?.[1] ?? "[]");

async function freePort(): Promise<string> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return String(port);
}

test("the steps of the Dockerfile make a mock that is healthy, and ends when it is told", async () => {
  expect(dockerfile).toMatch(/^ADD np6-mock\.tgz \/opt\/$/m);
  const opt = join(folder, "opt");
  await mkdir(opt);
  await execa("tar", ["-xzf", join(folder, "np6-mock.tgz"), "-C", opt]);
  const workdir = /^WORKDIR (\/opt\/\S+)$/m.exec(dockerfile)?.[1] ?? "";
  const port = await freePort();
  const toPort = (command: string[]) =>
    command.map((word) => word.replaceAll("4010", port).replace("0.0.0.0", "127.0.0.1"));
  // Node alone, offline, and without rights, if this test may choose the user.
  const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const options = {
    cwd: join(folder, workdir.replace(/^\//, "")),
    extendEnv: false,
    env: { PATH: "/nowhere", HTTP_PROXY: "http://127.0.0.1:9", HTTPS_PROXY: "http://127.0.0.1:9" },
    reject: false,
    all: true,
    ...nobody,
  } as const;
  const [command, ...args] = toPort(words("ENTRYPOINT"));
  expect(command).toBe("node");
  const mock = execa(process.execPath, args, options);
  try {
    const [, ...health] = toPort(words("HEALTHCHECK"));
    const isHealthy = async () => (await execa(process.execPath, health, options)).exitCode === 0;
    const ended = mock.then(({ all }) => {
      throw new Error(`the mock ended: ${all}`);
    });
    const healthy = (async () => {
      while (!(await isHealthy()));
    })();
    await Promise.race([healthy, ended]);
    void ended.catch(() => {});
    const answer = await fetch(`http://127.0.0.1:${port}/scripting/workflows/42/duplication`, {
      method: "POST",
      headers: { "X-Key": "any" },
    });
    expect([answer.status, answer.headers.get("sl-violations")]).toEqual([200, null]);
    mock.kill("SIGTERM");
    const { exitCode, all } = await mock;
    expect([exitCode, all]).toEqual([0, expect.stringContaining("np6-mock has stopped.")]);
    expect(await isHealthy()).toBe(false);
  } finally {
    mock.kill("SIGKILL");
  }
});
