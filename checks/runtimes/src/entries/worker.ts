import { createClient, isNp6Error } from "@np6/api-client";
import { createValidation } from "@np6/api-client/validate";
import { runSmokeSuite } from "../suite/run-smoke-suite.ts";
import type { SuiteSettings } from "../suite/smoke-case.ts";
import { collectUnhandledEvents } from "./collect-unhandled-events.ts";

// Runs the suite on workerd: the response to a request with the settings contains the results.

/** The event of a request to a worker. The library of web types declares it only together with a page's types. */
interface RequestEvent extends Event {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

const unhandled = collectUnhandledEvents();

async function answer(request: Request): Promise<Response> {
  const settings = (await request.json()) as SuiteSettings;
  return Response.json(
    await runSmokeSuite(settings, { createClient, createValidation, isNp6Error, unhandled }),
  );
}

addEventListener("fetch", (event) => {
  const { request, respondWith } = event as RequestEvent;
  respondWith.call(event, answer(request));
});
