import type { FindExecuted } from "../executions/find-executed.ts";
import type { ForwardedRequest } from "../refusing/decide-request.ts";
import type { WireRequest } from "./ask-prism.ts";

/**
 * Says in one text what a request does, and for whom. Ids and times that a body has besides are left out: they are others
 * in each run.
 */
export function aboutRequest(
  executed: FindExecuted,
  { target, body }: WireRequest,
  { operation, mediaType, answerMediaType }: ForwardedRequest,
): string {
  const [path = ""] = target.split("?");
  const request = { operation, path, body: parsed(body), mediaType, answerMediaType };
  return [operation.operationId, path, ...executed(request, undefined)].join("\n");
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return undefined;
  }
}
