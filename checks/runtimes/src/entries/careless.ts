import { createValidation } from "@np6/api-client/validate";
import { createCarelessClient } from "../control/careless-client.ts";
import { runSmokeSuite } from "../suite/run-smoke-suite.ts";
import type { SuiteSettings, SuiteTools } from "../suite/smoke-case.ts";

// Runs the suite on a client that keeps no promise: a check that passes here could not fail anywhere.

const unhandled: string[] = [];
process.on("unhandledRejection", (reason) => unhandled.push(String(reason)));

const settings = JSON.parse(process.argv[2] ?? "") as SuiteSettings;
const results = await runSmokeSuite(settings, {
  createClient: createCarelessClient as unknown as SuiteTools["createClient"],
  createValidation,
  isNp6Error: () => true,
  isNp6ErrorOfOtherBuild: () => false,
  unhandled: () => unhandled,
});
process.stdout.write(`${JSON.stringify({ version: process.versions.node, results })}\n`);
