// A program: executes once at each address, by the platform's fetch or by undici, and prints how each call ended. What a process is
// started with (environment, network) is what its tests are about. With CONNECT_TIMEOUT_MS, both transports give up a connection
// that is not made within that time.
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
// A connection that was begun must not keep the process.
process.exit();
