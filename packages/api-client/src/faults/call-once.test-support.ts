// A program: executes once at each address, by the platform's fetch or by undici, and prints how each call ended. What a process is
// started with (environment, network) is what its tests are about.
// Usage: node call-once.test-support.ts platform|undici URL …

import { exampleClient } from "../runtime/example-client.test-support.ts";
import { isNp6Error } from "../runtime/is-np6-error.ts";
import { createUndiciFetch } from "../undici.ts";

const [transport, ...urls] = process.argv.slice(2);

async function callOnce(baseUrl: string) {
  const fetch = transport === "undici" ? createUndiciFetch() : undefined;
  const { byOperation } = exampleClient({ baseUrl, fetch, retry: false, attemptTimeoutMs: 5_000 });
  try {
    await byOperation.runThing({ path: { id: 1 } });
    return { kind: "success" };
  } catch (error) {
    if (!isNp6Error(error)) throw error;
    const { kind, outcomeUnknown, message } = error;
    const neverSent = error.kind === "connection" ? error.neverSent : undefined;
    return { kind, outcomeUnknown, neverSent, message };
  }
}

process.stdout.write(JSON.stringify(await Promise.all(urls.map(callOnce))));
// A connection that was begun must not keep the process.
process.exit();
