import { createRequire } from "node:module";
import { inspect } from "node:util";
import { createClient, isNp6Error } from "@np6/api-client";
import { createValidation } from "@np6/api-client/validate";
import { createCarelessClient } from "../control/careless-client.ts";
import { sendsTwice } from "../control/sends-twice.ts";
import { runSmokeSuite } from "../suite/run-smoke-suite.ts";
import type { SuiteSettings, SuiteTools } from "../suite/smoke-case.ts";

// Runs the suite on Node, Bun or Deno. Input: the settings as JSON, the last argument, optionally after the name of a
// control. Output: one line of JSON.

const unhandled: string[] = [];
process.on("unhandledRejection", (reason) => unhandled.push(String(reason)));
process.on("uncaughtException", (error) => unhandled.push(String(error)));
process.on("warning", (warning) => unhandled.push(String(warning)));

/** The versions of Bun and Deno, and Deno's own way to send without idle connections. */
interface OtherRuntimes {
  readonly Bun?: { readonly version: string };
  readonly Deno?: {
    readonly version: { readonly deno: string };
    createHttpClient(options: { poolMaxIdlePerHost: number }): object;
  };
}

const { Bun, Deno } = globalThis as OtherRuntimes;

function recommendedFetch() {
  if (Deno === undefined) return undefined;
  const client = Deno.createHttpClient({ poolMaxIdlePerHost: 0 });
  return (input: string, init: RequestInit) => fetch(input, { ...init, client } as RequestInit);
}

const otherBuild = createRequire(import.meta.url)("@np6/api-client") as {
  isNp6Error: (value: unknown) => boolean;
};

/** Clients that break their promises: a check that passes with them could never fail. */
const controls: Readonly<Record<string, Partial<SuiteTools>>> = {
  careless: {
    createClient: createCarelessClient as unknown as SuiteTools["createClient"],
    isNp6Error: () => true,
    isNp6ErrorOfOtherBuild: () => false,
  },
  // The client with a fetch that sends everything twice; checks of the number of requests must fail with it.
  "sends-twice": {
    createClient: (options) => createClient({ fetch: sendsTwice, ...options }),
    isNp6ErrorOfOtherBuild: undefined,
    unhandled: () => [],
  },
};

const [control = "", settings = control] = process.argv.slice(2);
const results = await runSmokeSuite(JSON.parse(settings) as SuiteSettings, {
  createClient,
  createValidation,
  isNp6Error,
  isNp6ErrorOfOtherBuild: otherBuild.isNp6Error,
  inspect: (value) => inspect(value, { depth: 12, showHidden: true }),
  recommendedFetch: recommendedFetch(),
  unhandled: () => unhandled,
  ...controls[control],
});
const version = Bun?.version ?? Deno?.version.deno ?? process.versions.node;
process.stdout.write(`${JSON.stringify({ version, results })}\n`);
