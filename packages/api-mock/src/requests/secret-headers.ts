import type { IncomingHttpHeaders } from "node:http";
import type { Specification } from "../api/read-specification.ts";

/** Matches a part of a name that marks a secret; hyphens and underscores separate parts. */
const secretPart =
  /^(?:(?:api|access|auth|subscription)?keys?|.*(?:token|secret|password|passwd|credentials?|cookie2?|session(?:id)?|signature)|auth(?:orization|entication)?)$/i;

/** Harmless names by the standards, although they look secret. */
const harmless = new Set(["idempotency-key", "sec-websocket-key", "www-authenticate", "proxy-authenticate"]);

/** Decides whether a header or query parameter contains a key or another secret. */
export type IsSecret = (name: string) => boolean;

/**
 * Finds the headers that must not be shown: those of the document's keys, and those with a name like a secret's. A
 * key under an undeclared name is as secret as one under the right name.
 */
export function secretHeaders(specification: Specification): IsSecret {
  const keyHeaders = new Set(
    specification.operations.flatMap((operation) => operation.keyHeaders.map((name) => name.toLowerCase())),
  );
  const declared = new Set(specification.operations.flatMap((operation) => operation.headerParameters));
  return (name) => {
    const lowerCase = name.toLowerCase();
    if (keyHeaders.has(lowerCase)) return true;
    if (declared.has(lowerCase) || harmless.has(lowerCase)) return false;
    return name.split(/[-_]/).some((part) => secretPart.test(part));
  };
}

/** Returns the values of a request's secret headers; for `Bearer abc` also `abc`. */
export function secretsOf(headers: IncomingHttpHeaders, isSecret: IsSecret): string[] {
  return Object.entries(headers)
    .filter(([name]) => isSecret(name))
    .flatMap(([, value]) => [value ?? []].flat())
    .flatMap((value) => [value, value.replace(/^\w+ /, "")]);
}
