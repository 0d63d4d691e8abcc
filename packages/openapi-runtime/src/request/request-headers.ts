import { ConfigurationError } from "../failures/configuration-error.ts";
import { inCode } from "../failures/in-code.ts";
import type { CallInit } from "../options/call-options.ts";
import type { ApiDescription, NamedOperation } from "../table/api-description.ts";

/**
 * Headers by name. Not the platform's `Headers`: `fetch` copies what it gets, and a plain object is made and copied at a
 * fraction of the cost (measured: 22 % of what openapi-fetch takes goes into making two `Headers`).
 */
export type RequestHeaders = Readonly<Record<string, string>>;

/**
 * Those that belong to the connection and not to the call. Set by a caller, who mostly passes on what came in with another
 * request, they send the key to another tenant of a gateway (`host`), let the call hang (`content-length`), or break it.
 */
const ofTheTransport =
  /^(?:host|content-length|transfer-encoding|connection|keep-alive|upgrade|te|trailer|expect|proxy-.*)$/;

/** A token (RFC 9110, section 5.1). */
const nameRule = /^[\w!#$%&'*+\-.^`|~]+$/;

/** Text in ISO 8859-1 without control characters but the tab (RFC 9110, section 5.5): what Node and browsers can send. */
const valueRule = /^[\t\x20-\x7e\x80-\xff]*$/;

/**
 * The headers that the caller brings: the spec's header parameters, and any further ones. What is undefined or null is left
 * out.
 * @throws ConfigurationError for a header that is not the caller's to set (the transport's, the key's, Accept, Content-Type),
 *   for a name or value that HTTP does not allow, and for a value that is no string, number or boolean; it is not repeated
 */
export function callerHeaders(
  { header, headers }: CallInit,
  operation: NamedOperation,
  { securitySchemes }: ApiDescription,
): Record<string, string> {
  if (headers === undefined && header === undefined) return {};
  const reserved: Record<string, string> = {
    accept: "use the option `accept`",
    "content-type": "use the option `contentType`",
  };
  for (const { name } of Object.values(securitySchemes)) {
    if (name !== undefined) reserved[name.toLowerCase()] = "use the client's `apiKey`";
  }
  const all = new Map<string, string>();
  for (const [given, value] of entriesOf(headers, operation)) {
    const name = nameOf(given, reserved, operation);
    const text = textOf(name, value, operation);
    const earlier = all.get(name);
    // As `Headers` joins those of one name.
    if (text !== undefined) all.set(name, earlier === undefined ? text : `${earlier}, ${text}`);
  }
  for (const [given, value] of Object.entries(header ?? {})) {
    const name = nameOf(given, reserved, operation);
    const text = textOf(name, value, operation);
    if (text !== undefined) all.set(name, text);
  }
  return Object.fromEntries(all);
}

/** A `Headers`, a Map and a list hold pairs, an object has members. */
function entriesOf(headers: unknown, operation: NamedOperation): Iterable<readonly [unknown, unknown]> {
  if (headers === undefined) return [];
  if (typeof headers === "object" && headers !== null) {
    if (!(Symbol.iterator in headers)) return Object.entries(headers);
    const pairs: readonly unknown[] = [...(headers as Iterable<unknown>)];
    if (pairs.every(isPair)) return pairs;
  }
  throw new ConfigurationError(
    "`headers` must be an object of names and values, a list of such pairs, a Map or a Headers.",
    operation,
  );
}

function isPair(pair: unknown): pair is readonly [unknown, unknown] {
  return Array.isArray(pair) && pair.length === 2;
}

/** @returns the name in lower case, as names are compared */
function nameOf(
  given: unknown,
  reserved: Readonly<Record<string, string>>,
  operation: NamedOperation,
): string {
  if (typeof given !== "string" || !nameRule.test(given)) {
    throw new ConfigurationError("a header has a name that HTTP does not allow.", operation);
  }
  const name = given.toLowerCase();
  const instead = Object.hasOwn(reserved, name)
    ? reserved[name]
    : ofTheTransport.test(name)
      ? "the transport sets what it needs"
      : undefined;
  if (instead === undefined) return name;
  throw new ConfigurationError(`a call must not set the header ${name}; ${instead}.`, inCode(operation));
}

function textOf(name: string, value: unknown, operation: NamedOperation): string | undefined {
  if (value === undefined || value === null) return undefined;
  const isText = typeof value === "string" || typeof value === "boolean" || Number.isFinite(value);
  if (!isText) {
    const kind =
      typeof value === "number"
        ? String(value)
        : Array.isArray(value)
          ? "a list"
          : `of the type ${typeof value}`;
    throw new ConfigurationError(
      `the header ${name} is ${kind}; it must be a string, a number or a boolean, or undefined to leave it out.`,
      operation,
    );
  }
  const text = String(value);
  if (valueRule.test(text)) return text.trim();
  throw new ConfigurationError(
    `the header ${name} has a value that HTTP does not allow: only ISO 8859-1, without line ends and control characters.`,
    operation,
  );
}
