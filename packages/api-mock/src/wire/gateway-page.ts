import type { Answer } from "./answer.ts";

/** The page of a gateway that stands before the API: HTML, whatever was asked for, and no header of the API's own. */
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
