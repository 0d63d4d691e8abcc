import type { Fetch } from "@np6/api-client";
import { narrate } from "./narrate.ts";

/**
 * The platform's fetch with a log of each request and response. It prints the request line and the media types, but no
 * other headers, because one of them contains the key.
 */
export const narratingFetch: Fetch = async (url, init) => {
  const headers = new Headers(init.headers);
  narrate(`  → ${init.method} ${new URL(url).pathname}`);
  narrate(`      Content-Type: ${headers.get("Content-Type") ?? "(no body)"}`);
  narrate(`      Accept:       ${headers.get("Accept")}`);
  const response = await fetch(url, init);
  const contentType = response.headers.get("Content-Type") ?? "(empty body)";
  narrate(`  ← ${response.status} ${response.statusText}`);
  narrate(`      Content-Type: ${contentType}`);
  return response;
};
