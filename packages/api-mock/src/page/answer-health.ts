import type { Answer } from "../wire/answer.ts";
import type { PageRequest } from "./answer-page.ts";

/**
 * Answers a health check: GET or HEAD of `/` by whatever host name, unless a browser asks for the page. It says nothing that is
 * secret.
 *
 * @param isReady whether requests are answered; a 503 says that they are not
 * @returns undefined for everything else
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
