import type { IncomingHttpHeaders } from "node:http";
import type { Specification } from "../api/read-specification.ts";

/** A part of a name that says what the value is; parts stand between hyphens and underscores. */
const secretPart =
  /^(?:(?:api|access|auth|subscription)?keys?|.*(?:token|secret|password|passwd|credentials?|cookie2?|session(?:id)?|signature)|auth(?:orization|entication)?)$/i;

/** Harmless by what the standards say, whatever their names look like. */
const harmless = new Set(["idempotency-key", "sec-websocket-key", "www-authenticate", "proxy-authenticate"]);

/** Says which header or query parameter carries a key or another secret. */
export type IsSecret = (name: string) => boolean;

/**
 * Finds out which headers nobody shall see: those of the document's keys, and those whose name says so. A key under a name that the
 * document does not have is as secret as one under the right name.
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

/** The values of the secret headers that came with a request; of `Bearer abc` also `abc`. */
export function secretsOf(headers: IncomingHttpHeaders, isSecret: IsSecret): string[] {
  return Object.entries(headers)
    .filter(([name]) => isSecret(name))
    .flatMap(([, value]) => [value ?? []].flat())
    .flatMap((value) => [value, value.replace(/^\w+ /, "")]);
}
