import type { IncomingHttpHeaders } from "node:http";
import type { Specification } from "../read-specification.ts";

/** Carry secrets whatever the document says. */
const alwaysSecret = ["authorization", "proxy-authorization", "cookie"];

/** The lower-case names of the headers that nobody shall see: those of the document's keys, and what is secret everywhere. */
export function secretHeaders(specification: Specification): ReadonlySet<string> {
  const keyHeaders = specification.operations.flatMap((operation) => operation.keyHeaders);
  return new Set([...alwaysSecret, ...keyHeaders.map((name) => name.toLowerCase())]);
}

/** The values of the secret headers that came with a request. */
export function secretsOf(headers: IncomingHttpHeaders, secret: ReadonlySet<string>): string[] {
  return [...secret].flatMap((name) => headers[name] ?? []);
}
