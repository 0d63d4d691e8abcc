import type { Answer } from "./answer.ts";

/** Makes the page of a gateway before the API: HTML, whatever the Accept header, and without the API's headers. */
export function gatewayPage(status: number): Answer {
  const text = status >= 500 ? `${status} Bad Gateway` : "Sign in to continue";
  const body = Buffer.from(
    `<!doctype html>\n<html><head><title>${text}</title></head><body><h1>${text}</h1></body></html>\n`,
  );
  return {
    status,
    rawHeaders: ["content-type", "text/html; charset=utf-8", "content-length", String(body.length)],
    body,
    violations: [],
  };
}
