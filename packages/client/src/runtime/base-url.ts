import { ConfigurationError } from "./configuration-error.ts";

/**
 * Checks and normalises `baseUrl`.
 * @returns origin and path without a slash at the end
 * @throws ConfigurationError unless it is `https:` (or `http:` on this machine) without credentials, query or
 *   fragment: the key must not cross a network unencrypted, nor travel to a place that a typo made up
 */
export function resolveBaseUrl(baseUrl: unknown): string {
  if (typeof baseUrl !== "string") {
    throw new ConfigurationError('`baseUrl` must be a string such as "https://api.example.com".');
  }
  if (!URL.canParse(baseUrl)) {
    throw new ConfigurationError(
      '`baseUrl` is not an absolute URL; it must look like "https://api.example.com".',
    );
  }
  const url = new URL(baseUrl);
  const problem = findProblem(url, baseUrl);
  // The value itself stays out of the message: it may hold credentials.
  if (problem) throw new ConfigurationError(`\`baseUrl\` ${problem}.`);
  return url.origin + url.pathname.replace(/\/{2,}/g, "/").replace(/\/$/, "");
}

function findProblem(url: URL, original: string): string | undefined {
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isLoopback(url.hostname))) {
    return "must use https: (http: only for localhost, 127.0.0.0/8 and [::1])";
  }
  if (url.username !== "" || url.password !== "") return "must not contain credentials";
  if (original.includes("?") || original.includes("#")) return "must not contain a query or fragment";
  return undefined;
}

function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname);
}
