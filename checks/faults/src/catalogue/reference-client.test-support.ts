import type { FailureKind } from "./catalogue-row.ts";

/** Limits of a call. */
export interface ReferenceLimits {
  readonly timeoutMilliseconds: number;
  readonly maxBytes: number;
}

/**
 * A minimal client that classifies failures, to test the catalogue's own claims. It never sends again.
 * @returns the JSON text of a success (empty for 204), or the kind of the failure
 */
export async function callReference(
  url: string,
  init: RequestInit,
  contentType: string,
  { timeoutMilliseconds, maxBytes }: ReferenceLimits,
): Promise<{ json: string } | { kind: FailureKind; status?: number }> {
  const signal = AbortSignal.timeout(timeoutMilliseconds);
  let response: Response;
  try {
    response = await fetch(url, { ...init, redirect: "manual", signal });
  } catch {
    return { kind: signal.aborted ? "timeout" : "connection" };
  }
  const { status } = response;
  const body = await readBody(response, maxBytes).catch(() => undefined);
  if (status >= 300 && status < 400) return { kind: "redirect", status };
  if (status === 429) return { kind: "rate-limited", status };
  if (!response.ok) return { kind: "http", status };
  if (body === undefined) return { kind: signal.aborted ? "timeout" : "unexpected-response", status };
  if (status === 204) return { json: "" };
  const type = response.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== contentType.toLowerCase() || !isJson(body)) return { kind: "unexpected-response", status };
  // A client must drop `__proto__`.
  const dropped = (name: string, value: unknown) => (name === "__proto__" ? undefined : value);
  return { json: body.includes("__proto__") ? JSON.stringify(JSON.parse(body, dropped)) : body };
}

async function readBody(response: Response, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw new RangeError("The body is too large.");
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
