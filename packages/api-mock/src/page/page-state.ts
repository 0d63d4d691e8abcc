import { resolveReference } from "@np6/openapi-document";
import { curlLines } from "../cli/curl-lines.ts";
import type { Engine } from "../engine/engine.ts";
import type { Executions } from "../executions/execution-ledger.ts";
import type { ReceivedRequest } from "../requests/received-request.ts";
import type { RequestLog } from "../requests/request-log.ts";
import type { ScenarioDefinition } from "../scenarios/scenario-definition.ts";
import type { ActiveScenario, ScenarioStage } from "../scenarios/scenario-stage.ts";
import { mostShown, type PageExchange, type PageLog } from "./page-log.ts";

/** Data of the status page. */
export interface PageState {
  /** Title and version of the API. */
  readonly title: string;
  /** Each operation's name and a curl line that calls it. */
  readonly curls: readonly { readonly operationId: string; readonly line: string }[];
  /** The latest requests, newest first, with their exchanges. */
  readonly requests: readonly (readonly [ReceivedRequest, PageExchange | undefined])[];
  readonly requestCount: number;
  readonly executions: Pick<Executions, "size" | "total" | "repeated">;
  readonly definitions: readonly ScenarioDefinition[];
  readonly active: readonly ActiveScenario[];
}

/** Collects the page's data of a session. @param url base URL of the session */
export function pageState(
  { specification: { document } }: Engine,
  url: string,
  { requests, count }: RequestLog,
  { find, clean }: PageLog,
  executions: Executions,
  { definitions, active }: ScenarioStage,
): PageState {
  const { title, version } = resolveReference(document, document.info);
  const curls = curlLines(document, url, "$NP6_API_KEY");
  return {
    title: `${title} ${version}`,
    curls,
    requests: requests
      .slice(-mostShown)
      .reverse()
      .map((request) => [withoutKeys(request, clean), find(request)] as const),
    requestCount: count,
    executions,
    definitions,
    active,
  };
}

function withoutKeys(request: ReceivedRequest, clean: PageLog["clean"]): ReceivedRequest {
  const { path, query, violations, nearMiss } = request;
  const withNearMiss = nearMiss === undefined ? {} : { nearMiss: clean(nearMiss) };
  return {
    ...request,
    path: clean(path),
    query: clean(query),
    violations: violations.map(clean),
    ...withNearMiss,
  };
}
