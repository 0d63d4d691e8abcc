import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { stripTypeScriptTypes } from "node:module";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runInCopy } from "../run-in-copy.ts";

// Builds and runs the code of docs/nextjs.md and examples/next-route with each Next.js, and counts the server's
// executions. It runs in a temporary copy of this folder. The packages must be built. Last line: `N passed, N failed`.

const page = fileURLToPath(new URL("../../../docs/nextjs.md", import.meta.url));
const example = fileURLToPath(new URL("../../../examples/next-route/app/welcome/route.ts", import.meta.url));
const say = (line: string) => process.stdout.write(`${line}\n`);

const versions = ["next14", "next16"] as const;

const layout =
  'import { createElement as h } from "react";\n' +
  'export default ({ children }) => h("html", null, h("body", null, children));\n';
/** The control: a page with a plain POST is rendered at build time, and its response is cached. */
const control =
  "export const revalidate = 60;\n" +
  'export default async function Page() { return (await fetch(process.env.NP6_BASE_URL + "/plain", { method: "POST", body: "{}" })).text(); }\n';

/** Writes the page's modules as JavaScript; the first line of each is its path. */
async function writeApp(folder: string): Promise<void> {
  const blocks = (await readFile(page, "utf8")).matchAll(/^```ts [^\n]*\n\/\/ (app\/\S+)\.ts\n(.*?)^```$/gms);
  const files = new Map([
    ["app/layout.js", layout],
    ["app/plain/page.js", control],
  ]);
  files.set("app/example/route.js", stripTypeScriptTypes(await readFile(example, "utf8")));
  for (const [, path, code = ""] of blocks) files.set(`${path}.js`, stripTypeScriptTypes(code));
  for (const [path, code] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), code);
  }
}

/** Starts a server that counts the requests per path, and refuses the receiver NOBODY. */
async function startApi() {
  const counts = new Map<string, number>();
  const server = createServer((request, response) => {
    const { url = "" } = request;
    counts.set(url, (counts.get(url) ?? 0) + 1);
    let body = "";
    request.on("data", (piece) => (body += piece));
    request.on("end", () => {
      if (body.includes("NOBODY")) return response.writeHead(404).end();
      if (request.method === "GET")
        return response.writeHead(200, { "content-type": "application/json" }).end("[]");
      return response
        .writeHead(200, { "content-type": "application/vnd.np6.cm.workflow-v4" })
        .end('{"type":"success"}');
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, counts, close: () => server.close() };
}

function next(folder: string, command: readonly string[], baseUrl: string) {
  return spawn(process.execPath, ["node_modules/next/dist/bin/next", ...command], {
    cwd: folder,
    env: {
      ...process.env,
      NP6_BASE_URL: baseUrl,
      NP6_API_KEY: "a-key",
      NEXT_TELEMETRY_DISABLED: "1",
      CI: "1",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
}

/** @returns the problems */
async function check(folder: string): Promise<string[]> {
  const api = await startApi();
  const build = next(folder, ["build"], api.url);
  build.stdout.resume();
  const [code] = (await once(build, "close")) as [number | null];
  if (code !== 0) return [`the build failed (${code})`];
  const server = next(folder, ["start", "-H", "127.0.0.1", "-p", "0"], api.url);
  try {
    let output = "";
    for await (const piece of server.stdout) {
      output += piece;
      if (/http:\/\/127\.0\.0\.1:\d+[\s\S]*Ready/.test(output)) break;
    }
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0] ?? "";
    const problems: string[] = [];
    const executions = () => api.counts.get("/scripting/workflows/42/execution") ?? 0;
    for (let visit = 1; visit <= 3; visit += 1) {
      await (await fetch(`${url}/report`)).text();
      const reads = api.counts.get("/scripting/workflows/42/nodes") ?? 0;
      if (reads !== visit) problems.push(`${visit} visits of the page, ${reads} calls`);
      await (await fetch(`${url}/plain`)).text();
    }
    for (let call = 1; call <= 3; call += 1) {
      const body = JSON.stringify({ receiver: "000A1B2C" });
      const answer = await fetch(`${url}/welcome`, { method: "POST", body });
      if (answer.status !== 200) problems.push(`the route responds with ${answer.status}`);
      if (executions() !== call) problems.push(`${call} calls of the route, ${executions()} executions`);
    }
    const toExample = async (receiver: string) => {
      const answer = await fetch(`${url}/example`, { method: "POST", body: JSON.stringify({ receiver }) });
      return `${answer.status} ${await answer.text()}`;
    };
    const answers = [await toExample("000A1B2C"), await toExample("NOBODY")].join(", ");
    const wanted = '200 {"result":"success"}, 422 {"kind":"http","next":"fix-request"}';
    if (answers !== wanted) problems.push(`the example responds with ${answers} instead of ${wanted}`);
    if (executions() !== 5) problems.push(`two calls of the example, ${executions() - 3} executions`);
    const plain = api.counts.get("/plain") ?? 0;
    if (plain >= 3) problems.push(`control: no response was cached, a plain fetch was sent ${plain} times`);
    return problems;
  } finally {
    server.kill();
    api.close();
  }
}

say("Installing Next.js and the packed client …");
await runInCopy(import.meta.dirname, versions, async (folder) => {
  let failed = 0;
  for (const name of versions) {
    const startedAt = performance.now();
    const project = join(folder, name);
    await cp(join(folder, "consumer/node_modules"), join(project, "node_modules"), { recursive: true });
    await writeApp(project);
    const problems = await check(project);
    if (problems.length > 0) failed += 1;
    const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
    say(
      `  ${name}, ${seconds} s: ${problems.length === 0 ? "each visit and call executes once" : problems.join("; ")}`,
    );
  }
  say(`${versions.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});
