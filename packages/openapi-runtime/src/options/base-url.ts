import { Refusal } from "../failures/refusal.ts";

/**
 * Checks and normalises `baseUrl`.
 * @param allowHttp - whether `http:` is allowed for other hosts than this machine
 * @returns origin and path without a trailing slash
 * @throws Refusal unless it is `https:` (or allowed `http:`) without credentials, query or fragment. The key must
 *   neither cross a network unencrypted nor reach a mistyped address
 */
export function resolveBaseUrl(baseUrl: unknown, allowHttp = false): string {
  // An empty value comes from a variable that is unset or misspelt. Falling back to the default would call production.
  if (baseUrl === undefined || baseUrl === null || (typeof baseUrl === "string" && baseUrl.trim() === "")) {
    throw new Refusal(
      "`baseUrl` is given, but has no value: is its environment variable set, and spelled right? Set it; " +
        "only without the option `baseUrl` does the client call the vendor's server.",
    );
  }
  if (typeof baseUrl !== "string") {
    throw new Refusal('`baseUrl` must be a string such as "https://api.example.com".');
  }
  if (!URL.canParse(baseUrl)) {
    throw new Refusal('`baseUrl` is not an absolute URL; it must look like "https://api.example.com".');
  }
  const url = new URL(baseUrl);
  const problem = findProblem(url, baseUrl, allowHttp);
  // The message omits the value, which may contain credentials.
  if (problem) throw new Refusal(`\`baseUrl\` ${problem}.`);
  return url.origin + url.pathname.replace(/\/{2,}/g, "/").replace(/\/$/, "");
}

function findProblem(url: URL, original: string, allowHttp: boolean): string | undefined {
  if (url.protocol !== "https:" && !(url.protocol === "http:" && (allowHttp || isLoopback(url.hostname)))) {
    return (
      "must use https: (http: only for localhost, 127.0.0.0/8 and [::1]; " +
      "for a mock in a container, `dangerouslyAllowHttp`)"
    );
  }
  if (url.username !== "" || url.password !== "") return "must not contain credentials";
  if (original.includes("?") || original.includes("#")) return "must not contain a query or fragment";
  return undefined;
}

function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname);
}
