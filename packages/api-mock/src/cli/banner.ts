import type { JsonObject } from "@np6/openapi-document";
import type { Specification } from "../api/read-specification.ts";
import { listScenarios } from "../scenarios/list-scenarios.ts";
import type { StartCommand } from "./command-line.ts";
import { curlLines } from "./curl-lines.ts";

/** What is printed when the mock listens: where it is, what can be called, and what else it does. */
export function banner(
  document: JsonObject,
  specification: Specification,
  url: string,
  { proxy, record, scenarios }: Pick<StartCommand, "proxy" | "record" | "scenarios">,
): string {
  const curls = curlLines(document, url).map(({ operationId, line }) => `${operationId}\n  ${line}\n`);
  const names = listScenarios(document, specification).map(({ name }) => name);
  return [
    `np6-mock listens on ${url} (Ctrl-C stops it; open it in a browser for a status page).`,
    proxy === undefined
      ? "Any key is accepted."
      : `Requests are passed on to ${proxy}, keys included, AND RUN THERE. What differs from the document is logged.`,
    ...(record === undefined ? [] : [`What goes over the wire is written to ${record}, without the key.`]),
    ...(scenarios.length === 0 ? [] : [`Scenarios that are on: ${scenarios.join("; ")}`]),
    `Scenarios (--scenario, or the header X-NP6-Mock-Scenario): ${names.join(", ")}`,
    "To try it:",
    "",
    ...curls,
    "",
  ].join("\n");
}
