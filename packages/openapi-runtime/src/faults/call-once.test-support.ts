// A program that executes a call at each address, by the platform's fetch or by undici, and prints how each call ended.
// Its tests vary the environment and the network of the process. CONNECT_TIMEOUT_MS is the connect timeout of both
// transports.
// Usage: node call-once.test-support.ts platform|undici URL …

import { Agent, setGlobalDispatcher } from "undici";
import { createUndiciFetch } from "../testing/create-undici-fetch.test-support.ts";
import { exampleClient } from "../testing/example-client.test-support.ts";
import { exampleFailures } from "../testing/example-failures.test-support.ts";

const { isFailure } = exampleFailures;

const [transport, ...urls] = process.argv.slice(2);
const timeout = Number(process.env.CONNECT_TIMEOUT_MS ?? 0);
const dispatcher = timeout > 0 ? new Agent({ connect: { timeout } }) : undefined;
if (dispatcher !== undefined) setGlobalDispatcher(dispatcher);

async function callOnce(baseUrl: string) {
  const fetch = transport === "undici" ? createUndiciFetch({ dispatcher }) : undefined;
  const { byOperation } = exampleClient({ baseUrl, fetch, retry: false, attemptTimeoutMs: 5_000 });
  try {
    await byOperation.runThing({ path: { id: 1 } });
    return { kind: "success" };
  } catch (error) {
    if (!isFailure(error)) throw error;
    const { kind, outcomeUnknown, message } = error;
    const neverSent = error.kind === "connection" ? error.neverSent : undefined;
    return { kind, outcomeUnknown, neverSent, message };
  }
}

process.stdout.write(JSON.stringify(await Promise.all(urls.map(callOnce))));
// A connection that is still being made must not keep the process alive.
process.exit();
