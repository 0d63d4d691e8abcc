import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { repositoryRoot } from "@np6/tools/repository-root";
import { execa } from "execa";
import type { RecordedTraffic } from "./check-recording.ts";

const workflow = "application/vnd.np6.cm.workflow-v4";
const execution = '{"receiver":{"type":"id","value":"000A1B2C"}}';
const key = { "X-Key": "any-key-of-the-recording" };
const requests = [
  { method: "GET", path: "nodes", headers: key },
  {
    method: "POST",
    path: "execution",
    headers: { ...key, "Content-Type": workflow, Accept: workflow },
    body: execution,
  },
];

/**
 * Sends some requests to `np6-mock --record`, and stops it.
 *
 * @param file the HAR file to write
 */
export async function recordTraffic(file: string): Promise<RecordedTraffic> {
  await mkdir(dirname(file), { recursive: true });
  const cli = join(repositoryRoot, "packages/api-mock/bin/np6-mock.mjs");
  const mock = execa("node", [cli, "--record", file], { stdout: "pipe" });
  const exchanges: RecordedTraffic["exchanges"][number][] = [];
  for await (const line of mock) {
    const [, address] = /listens on (\S+) /.exec(line) ?? [];
    if (address === undefined) continue;
    for (const { path, ...init } of requests) {
      const url = `${address}/scripting/workflows/4127/${path}`;
      const response = await fetch(url, init);
      exchanges.push({ url, ...init, status: response.status, answer: await response.text() });
    }
    mock.kill("SIGINT");
  }
  await mock;
  return { file, exchanges };
}
