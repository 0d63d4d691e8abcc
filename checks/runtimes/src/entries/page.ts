import { createClient, isNp6Error } from "@np6/api-client";
import { createValidation } from "@np6/api-client/validate";
import type { CaseResult } from "../suite/case-result.ts";
import { runSmokeSuite } from "../suite/run-smoke-suite.ts";
import type { SuiteSettings } from "../suite/smoke-case.ts";
import { collectUnhandledEvents } from "./collect-unhandled-events.ts";

// Runs the suite in a page; the driver of the browser calls `runSuite`.

const unhandled = collectUnhandledEvents();
const runSuite = (settings: SuiteSettings): Promise<CaseResult[]> =>
  runSmokeSuite(settings, { createClient, createValidation, isNp6Error, unhandled });
Object.assign(globalThis, { runSuite });
