/** Undefined until the first request asks. */
let cacheMember: { readonly cache?: "no-store" } | undefined;

/**
 * What a fetch is told about one request.
 *
 * - `redirect: "manual"`: a followed redirect would take the key to another origin. Not "error": it throws on workerd (measured).
 * - `cache: "no-store"`: frameworks replace fetch by one that answers from a cache, a POST too (Next.js 14, measured).
 */
export function requestInit(
  method: string,
  headers: RequestInit["headers"] & {},
  body: BodyInit | undefined,
  signal: AbortSignal,
): RequestInit {
  cacheMember ??= takesCache() ? { cache: "no-store" } : {};
  const init: RequestInit = { method, headers, redirect: "manual", signal, ...cacheMember };
  if (body !== undefined) init.body = body;
  return init;
}

/** Whether the runtime knows the member. workerd before its compatibility date 2024-11-11 throws; no request is needed to see it. */
function takesCache(): boolean {
  try {
    new Request("https://localhost", { cache: "no-store" });
    return true;
  } catch {
    return false;
  }
}
