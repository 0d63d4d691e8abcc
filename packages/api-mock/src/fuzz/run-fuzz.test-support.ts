import { connect } from "node:net";
import fc from "fast-check";
import { readBundledDocument } from "../api/read-bundled-document.ts";
import { startEngine } from "../engine/engine.ts";
import { type ApiMock, mockOn } from "../session/start-mock-of.ts";
import type { MockSession } from "../session/start-session.ts";
import { rawRequest } from "./raw-request.test-support.ts";

/** Effects of raw requests on the mock. */
export interface FuzzReport {
  readonly requests: number;
  /** Number of responses by status; `none` when the connection ended without one. */
  readonly answers: Readonly<Record<string, number>>;
  /** Crashes of Prism, with the reasons. */
  readonly deaths: readonly string[];
  /** Valid calls of another session with a wrong result, with the request before them. */
  readonly disturbed: readonly string[];
}

/** Longer than any response takes; later ones count as missing. In milliseconds. */
const patience = 20_000;

const vendor = "application/vnd.np6.cm.workflow-v4";

/** Sends raw requests to one session of a mock, and after each a valid call to another session. */
export async function runFuzz(runs: number, seed: number): Promise<FuzzReport> {
  const deaths: string[] = [];
  const engine = await startEngine(await readBundledDocument(), [], (line) => deaths.push(line));
  const mock: ApiMock = await mockOn(engine);
  const other: MockSession = await mock.session();
  const answers: Record<string, number> = {};
  const disturbed: string[] = [];
  let requests = 0;
  const check = fc.asyncProperty(rawRequest, async ({ bytes }) => {
    const status = await send(mock.url, bytes);
    answers[status] = (answers[status] ?? 0) + 1;
    requests += 1;
    const good = await goodCall(other.url);
    if (good !== "200")
      disturbed.push(`${good} after ${JSON.stringify(bytes.toString("latin1").slice(0, 2000))}`);
    return status !== "hangs" && good === "200" && deaths.length === 0;
  });
  try {
    await fc.assert(check, { numRuns: runs, seed, endOnFailure: true });
  } finally {
    await mock.close();
  }
  return { requests, answers, deaths, disturbed };
}

/** Time after which the client ends half a request. In milliseconds. */
const pause = 100;

/** Sends bytes. @returns the status of the first response; `none` when the connection ended without one */
function send(url: string, bytes: Buffer): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(url).port), "127.0.0.1");
    let came = "";
    const limit = setTimeout(() => {
      resolve("hangs");
      socket.destroy();
    }, patience);
    // If a client ends its side, node:http drops the request. So it ends after the response arrived.
    const idle = setTimeout(() => socket.end(), pause);
    socket.on("data", (chunk) => {
      came = (came + chunk.toString("latin1")).slice(0, 4000);
      if (statusIn(came) !== undefined) socket.end();
    });
    socket.on("error", () => {});
    socket.on("close", () => {
      clearTimeout(limit);
      clearTimeout(idle);
      resolve(statusIn(came) ?? "none");
    });
    socket.write(bytes);
  });
}

const statusIn = (text: string): string | undefined => /^HTTP\/1\.1 (?!100)(\d{3})/m.exec(text)?.[1];

async function goodCall(url: string): Promise<string> {
  const response = await fetch(`${url}/scripting/workflows/42/execution`, {
    method: "POST",
    headers: { "x-key": "any-key", "content-type": vendor, accept: vendor },
    body: '{"receiver":{"type":"id","value":"000A1B2C"}}',
    signal: AbortSignal.timeout(patience),
  });
  await response.arrayBuffer();
  return String(response.status);
}
