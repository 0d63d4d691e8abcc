import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type PackedPackages, packPackages } from "@np6/tools/pack-packages";
import { repositoryRoot } from "@np6/tools/repository-root";
import { execa } from "execa";
import { afterAll, beforeAll, expect, test } from "vitest";

// Executes the commands of docs/guide.md in their order in a new folder, with the packed packages.

let packed: PackedPackages;
let folder: string;

beforeAll(async () => {
  packed = await packPackages();
  folder = await mkdtemp(join(tmpdir(), "np6-guide-"));
});
afterAll(async () => {
  await packed?.remove();
  if (folder) await rm(folder, { recursive: true, force: true });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

/** Lists the code blocks of a language, in the order of the page. */
const blocks = (page: string, language: string): string[] =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, "gm"))].map(
    ([, code = ""]) => code,
  );

test("the commands of the guide work, in the order in which they stand there", async () => {
  const port = String(await freePort());
  const page = (await readFile(join(repositoryRoot, "docs/guide.md"), "utf8")).replaceAll("4010", port);
  const [install = "", startMock = "", runFirst = ""] = blocks(page, "sh");
  const [first = ""] = blocks(page, "ts");
  // The registry lacks our packages, so their tarballs replace them, together with their dependencies.
  const tarballsOf = (name: string): string[] => {
    const match = packed.packages.find((candidate) => candidate.name === name);
    const ours = Object.keys(match?.manifest.dependencies ?? {}).filter((each) => each.startsWith("@np6/"));
    return [match?.tarball ?? name, ...ours.flatMap(tarballsOf)];
  };
  const withTarballs = install
    .replaceAll(/@np6\/[a-z-]+/g, (name) => tarballsOf(name).join(" "))
    .replaceAll("npm install ", "npm install --no-audit --no-fund --loglevel=error ");
  // Without this run's variables, which would show the client that it is in a test.
  const env = { PATH: process.env.PATH, HOME: process.env.HOME };
  const options = { cwd: folder, reject: false, all: true, extendEnv: false, env } as const;
  // The registry may be configured by the environment.
  const installed = await execa("sh", ["-ec", withTarballs], { ...options, extendEnv: true });
  expect(installed.exitCode, installed.all).toBe(0);
  await writeFile(join(folder, "first.ts"), first);

  // `exec`, so that a signal ends the mock and not only the shell.
  const mock = execa("sh", ["-ec", `exec ${startMock.replace("npx ", "node_modules/.bin/")}`], options);
  try {
    await new Promise<void>((resolve, reject) => {
      let output = "";
      mock.all.on("data", (piece: Buffer) => {
        output += String(piece);
        if (output.includes(`127.0.0.1:${port}`)) resolve();
      });
      void mock.then(() =>
        reject(
          new Error(`the mock did not start:
${output}`),
        ),
      );
    });
    const { exitCode, stdout, all } = await execa("sh", ["-ec", runFirst], options);
    expect(exitCode, all).toBe(0);
    const expectedLines = [...first.matchAll(/\/\/ → (.*)$/gm)].map(([, text]) => text);
    expect(expectedLines.length).toBeGreaterThan(2);
    expect(stdout.split("\n")).toEqual(expectedLines);
  } finally {
    mock.kill();
    await mock;
  }
});
