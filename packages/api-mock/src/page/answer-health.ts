import type { Answer } from "../wire/answer.ts";
import type { PageRequest } from "./answer-page.ts";

/**
 * Answers a health check: GET or HEAD of `/` by any host name, unless a browser requests the page. The response
 * contains no secret.
 *
 * @param isReady whether requests are answered; otherwise the status is 503
 * @returns undefined for other requests
 */
export function answerHealth({ method, path, headers }: PageRequest, isReady: boolean): Answer | undefined {
  if (path !== "/" || (method !== "GET" && method !== "HEAD")) return undefined;
  if (method === "GET" && headers.accept?.includes("text/html")) return undefined;
  const body = Buffer.from(`${JSON.stringify({ status: isReady ? "ok" : "failed" })}\n`);
  return {
    status: isReady ? 200 : 503,
    rawHeaders: [
      ...["content-type", "application/json", "content-length", String(body.length)],
      ...["cache-control", "no-store"],
    ],
    body: method === "HEAD" ? Buffer.alloc(0) : body,
    violations: [],
  };
}
