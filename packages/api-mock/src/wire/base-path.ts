/**
 * Checks the path prefix of a gateway in the clients' base URL.
 *
 * @returns the path without a trailing slash; empty when there is none
 * @throws TypeError when it is not a path
 */
export function checkBasePath(basePath: string): string {
  const path = basePath.replace(/\/+$/, "");
  if (path === "" || /^(?:\/[A-Za-z0-9._~-]+)+$/.test(path)) return path;
  throw new TypeError(`base path "${basePath}" is not valid: use a path such as /gateway/np6.`);
}

/** Removes the base path from a target; undefined when the target does not begin with it. */
export function withoutBasePath(target: string, basePath: string): string | undefined {
  if (basePath === "" || target === "*") return target;
  if (!target.startsWith(basePath)) return undefined;
  const rest = target.slice(basePath.length);
  if (rest === "" || rest.startsWith("?")) return `/${rest}`;
  return rest.startsWith("/") ? rest : undefined;
}
