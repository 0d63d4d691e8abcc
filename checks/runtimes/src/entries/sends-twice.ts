import { createClient, isNp6Error } from "@np6/api-client";
import { createValidation } from "@np6/api-client/validate";
import { sendsTwice } from "../control/sends-twice.ts";
import { runSmokeSuite } from "../suite/run-smoke-suite.ts";
import type { SuiteSettings } from "../suite/smoke-case.ts";

// Runs the suite on the client with a fetch that sends everything twice: a check of how often that passes looks away.

const settings = JSON.parse(process.argv[2] ?? "") as SuiteSettings;
const results = await runSmokeSuite(settings, {
  createClient: (options) => createClient({ fetch: sendsTwice, ...options }),
  createValidation,
  isNp6Error,
  unhandled: () => [],
});
process.stdout.write(`${JSON.stringify({ version: process.versions.node, results })}\n`);
