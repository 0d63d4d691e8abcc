import { createRequire } from "node:module";
import { inspect } from "node:util";
import { createClient, isNp6Error } from "@np6/api-client";
import { createValidation } from "@np6/api-client/validate";
import { runSmokeSuite } from "../suite/run-smoke-suite.ts";
import type { SuiteSettings } from "../suite/smoke-case.ts";
import { versionOfThisRuntime } from "./version-of-this-runtime.ts";

// Runs the suite on Node, Bun or Deno. In: the settings as JSON, the first argument. Out: one line of JSON.

const unhandled: string[] = [];
process.on("unhandledRejection", (reason) => unhandled.push(String(reason)));
process.on("uncaughtException", (error) => unhandled.push(String(error)));
process.on("warning", (warning) => unhandled.push(String(warning)));

/** Deno's own way to send without idle connections. */
interface DenoGlobal {
  createHttpClient(options: { poolMaxIdlePerHost: number }): object;
}

function recommendedFetch() {
  const { Deno: deno } = globalThis as { Deno?: DenoGlobal };
  if (deno === undefined) return undefined;
  const client = deno.createHttpClient({ poolMaxIdlePerHost: 0 });
  return (input: string, init: RequestInit) => fetch(input, { ...init, client } as RequestInit);
}

const otherBuild = createRequire(import.meta.url)("@np6/api-client") as {
  isNp6Error: (value: unknown) => boolean;
};
const settings = JSON.parse(process.argv[2] ?? "") as SuiteSettings;
const results = await runSmokeSuite(settings, {
  createClient,
  createValidation,
  isNp6Error,
  isNp6ErrorOfOtherBuild: otherBuild.isNp6Error,
  inspect: (value) => inspect(value, { depth: 12, showHidden: true }),
  recommendedFetch: recommendedFetch(),
  unhandled: () => unhandled,
});
process.stdout.write(`${JSON.stringify({ version: versionOfThisRuntime(), results })}\n`);
