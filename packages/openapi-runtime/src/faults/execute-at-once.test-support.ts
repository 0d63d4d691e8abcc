// A program that executes a call at each server, and then five at the same time, by the platform's fetch or by undici.
// It prints how each call ended, as one list per server.
// Usage: node execute-at-once.test-support.ts platform|undici URL …

import { createUndiciFetch } from "../testing/create-undici-fetch.test-support.ts";
import { exampleClient } from "../testing/example-client.test-support.ts";
import { exampleFailures } from "../testing/example-failures.test-support.ts";

const { isFailure } = exampleFailures;

const [transport, ...urls] = process.argv.slice(2);

async function executeAt(baseUrl: string) {
  const fetch = transport === "undici" ? createUndiciFetch() : undefined;
  const { byOperation } = exampleClient({ baseUrl, fetch, attemptTimeoutMs: 10_000 });
  const execute = async (id: number) => {
    try {
      await byOperation.runThing({ path: { id } });
      return { id, kind: "success", outcomeUnknown: false };
    } catch (error) {
      if (!isFailure(error)) throw error;
      const { kind, outcomeUnknown, message } = error;
      return { id, kind, outcomeUnknown, message };
    }
  };
  const first = await execute(0);
  const others = await Promise.all([1, 2, 3, 4, 5].map(execute));
  return [first, ...others];
}

process.stdout.write(JSON.stringify(await Promise.all(urls.map(executeAt))));
process.exit();
