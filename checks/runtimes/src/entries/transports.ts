import { createClient, isNp6Error, type Np6Client } from "@np6/api-client";
import { createUndiciFetch } from "@np6/api-client/undici";
import { checkBlocks } from "../transports/check-blocks.ts";
import { compareCodings } from "../transports/compare-codings.ts";
import type { Ending, TransportResults, TransportSettings } from "../transports/transport-results.ts";

// Compares the transports on one Node with one undici. Input: settings as JSON. Output: one line of JSON.

const { urls } = JSON.parse(process.argv[2] ?? "") as TransportSettings;

/** Returns the error message of `createUndiciFetch`; undefined when it works. */
function refusal(): string | undefined {
  try {
    createUndiciFetch();
    return undefined;
  } catch (error) {
    return isNp6Error(error) ? `${error.kind}: ${error.message}` : String(error);
  }
}

function by(createFetch?: typeof createUndiciFetch) {
  return (baseUrl: string) =>
    createClient({
      apiKey: "a-key",
      baseUrl,
      ...(createFetch === undefined ? {} : { fetch: createFetch() }),
    });
}

/** Replaces fetch like a tracer: with one that observes, and calls Node's. */
async function runWithTracer() {
  const nodes = globalThis.fetch;
  globalThis.fetch = (input, init) => nodes(input, init);
  const endings = await executeAtOnce(urls.traced, by(createUndiciFetch));
  globalThis.fetch = nodes;
  return endings;
}

const refused = refusal();
// This order matters: Node's own fetch is tested before undici is loaded, and before anything is replaced.
const platform = refused === undefined ? await executeAtOnce(urls.platform, by()) : [];
const undici = refused === undefined ? await executeAtOnce(urls.undici, by(createUndiciFetch)) : [];
const traced = refused === undefined ? await runWithTracer() : [];
const problems = refused === undefined ? [...(await compareCodings()), ...(await checkBlocks())] : [];
const results: TransportResults = { refused, problems, endings: { platform, undici, traced } };
process.stdout.write(`${JSON.stringify(results)}\n`);
process.exit();

/** Makes one execution at each server, and then five at once. @returns the results, a list per server */
function executeAtOnce(
  urls: readonly string[],
  createClient: (baseUrl: string) => Np6Client,
): Promise<(readonly Ending[])[]> {
  return Promise.all(
    urls.map(async (url) => {
      const np6 = createClient(url);
      const first = await execute(np6, 0);
      return [first, ...(await Promise.all([1, 2, 3, 4, 5].map((id) => execute(np6, id))))];
    }),
  );
}

async function execute(np6: Np6Client, id: number): Promise<Ending> {
  try {
    const body = { receiver: { type: "id", value: "000A1B2C" } } as const;
    await np6.executeWorkflow({ path: { id }, body, attemptTimeoutMs: 10_000 });
    return { id, kind: "success", outcomeUnknown: false };
  } catch (error) {
    if (!isNp6Error(error)) throw error;
    return { id, kind: error.kind, outcomeUnknown: error.outcomeUnknown };
  }
}
