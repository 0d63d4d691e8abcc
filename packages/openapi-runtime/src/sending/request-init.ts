/** Undefined until the first request. */
let cacheMember: { readonly cache?: "no-store" } | undefined;

/**
 * Makes the options of fetch for one request.
 * - `redirect: "manual"`: no redirect gets the key. Not "error", which throws on workerd (measured).
 * - `cache: "no-store"`: frameworks replace fetch by one with a cache, even for POST (Next.js 14, measured).
 */
export function requestInit(
  method: string,
  headers: RequestInit["headers"] & {},
  body: BodyInit | undefined,
  signal: AbortSignal,
): RequestInit {
  cacheMember ??= supportsCache() ? { cache: "no-store" } : {};
  const init: RequestInit = { method, headers, redirect: "manual", signal, ...cacheMember };
  if (body !== undefined) init.body = body;
  return init;
}

/** Whether the runtime supports the option: workerd before its compatibility date 2024-11-11 throws an error. */
function supportsCache(): boolean {
  try {
    new Request("https://localhost", { cache: "no-store" });
    return true;
  } catch {
    return false;
  }
}
