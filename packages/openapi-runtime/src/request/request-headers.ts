import { inCode, Refusal } from "../failures/refusal.ts";
import type { CallInit } from "../options/call-options.ts";
import type { ClientOptions } from "../options/configuration.ts";
import type { ApiDescription, NamedOperation } from "../table/api-description.ts";
import type { OperationEvent } from "../watching/hooks.ts";

/**
 * Headers by name. Not the platform's `Headers`: `fetch` copies its input, and a plain object is made and copied at a
 * fraction of the cost. Measured: making two `Headers` takes 22 % of openapi-fetch's time.
 */
export type RequestHeaders = Readonly<Record<string, string>>;

/**
 * Headers of the connection, not of the call. A caller who sets them mostly forwards an incoming request's headers.
 * They would send the key to another tenant of a gateway (`host`), let the call hang (`content-length`), or break it.
 */
const transportHeaders =
  /^(?:host|content-length|transfer-encoding|connection|keep-alive|upgrade|te|trailer|expect|proxy-.*)$/;

/** A token (RFC 9110, section 5.1). */
const nameRule = /^[\w!#$%&'*+\-.^`|~]+$/;

/** ISO 8859-1 text without control characters except tab (RFC 9110, section 5.5): Node and browsers can send it. */
const valueRule = /^[\t\x20-\x7e\x80-\xff]*$/;

/**
 * Merges the caller's headers: the client's for all calls, the call's own, and the spec's header parameters. Later ones
 * override earlier ones. `undefined` omits a header, and `null` removes an earlier one.
 * @param operation - undefined when the client is made
 * @throws Refusal for a header that the caller must not set (the transport's, the key's, Accept, Content-Type); also
 *   for an invalid name, and for a value that is invalid or no string, number or boolean. The message omits the value
 */
export function callerHeaders(
  { header, headers }: CallInit,
  operation: NamedOperation | undefined,
  { securitySchemes }: ApiDescription,
  clientHeaders?: ClientOptions["headers"],
): Record<string, string> {
  const sharedHeaders =
    operation && typeof clientHeaders === "function"
      ? callHeadersFunction(clientHeaders, operation)
      : clientHeaders;
  if (sharedHeaders === undefined && headers === undefined && header === undefined) return {};
  const reserved: Record<string, string> = {
    accept: "use the option `accept`",
    "content-type": "use the option `contentType`",
  };
  for (const { type, name } of Object.values(securitySchemes)) {
    const header = type === "apiKey" ? name : "authorization";
    if (header !== undefined) reserved[header.toLowerCase()] = "use the client's `apiKey`";
  }
  const result: Record<string, string> = Object.create(null);
  // Each layer overrides the ones before. Within a layer, values of one name are joined, as by `Headers`.
  for (const layer of [sharedHeaders, headers, header]) {
    const set = new Set<string>();
    for (const [key, value] of entriesOf(layer, operation)) {
      const name = nameOf(key, reserved, operation);
      const text = textOf(name, value, operation);
      if (value === null) delete result[name];
      if (text === undefined) continue;
      result[name] = set.has(name) ? `${result[name]}, ${text}` : text;
      set.add(name);
    }
  }
  return { ...result };
}

function callHeadersFunction(
  headersFunction: (call: OperationEvent) => unknown,
  operation: NamedOperation,
): unknown {
  const { operationId, method, path } = operation;
  try {
    return headersFunction({ operationId, method, path });
  } catch (cause) {
    throw new Refusal("the client's `headers` function failed; see `cause`.", inCode(operation), cause);
  }
}

/** Returns pairs: a `Headers`, a Map and a list contain pairs, an object has members. */
function entriesOf(
  headers: unknown,
  operation: NamedOperation | undefined,
): Iterable<readonly [unknown, unknown]> {
  if (headers === undefined) return [];
  if (typeof headers === "object" && headers !== null) {
    if (!(Symbol.iterator in headers)) return Object.entries(headers);
    const pairs: readonly unknown[] = [...(headers as Iterable<unknown>)];
    if (pairs.every(isPair)) return pairs;
  }
  throw new Refusal(
    "`headers` must be an object of names and values, a list of such pairs, a Map or a Headers.",
    operation,
  );
}

function isPair(pair: unknown): pair is readonly [unknown, unknown] {
  return Array.isArray(pair) && pair.length === 2;
}

/** @returns the name in lower case, for comparisons */
function nameOf(
  key: unknown,
  reserved: Readonly<Record<string, string>>,
  operation: NamedOperation | undefined,
): string {
  if (typeof key !== "string" || !nameRule.test(key)) {
    throw new Refusal("a header has a name that HTTP does not allow.", operation);
  }
  const name = key.toLowerCase();
  const instead = Object.hasOwn(reserved, name)
    ? reserved[name]
    : transportHeaders.test(name)
      ? "the transport sets what it needs"
      : undefined;
  if (instead === undefined) return name;
  throw new Refusal(`a call must not set the header ${name}; ${instead}.`, inCode(operation));
}

function textOf(name: string, value: unknown, operation: NamedOperation | undefined): string | undefined {
  if (value === undefined || value === null) return undefined;
  const isText = typeof value === "string" || typeof value === "boolean" || Number.isFinite(value);
  if (!isText) {
    const kind =
      typeof value === "number"
        ? String(value)
        : Array.isArray(value)
          ? "a list"
          : `of the type ${typeof value}`;
    throw new Refusal(
      `the header ${name} is ${kind}; it must be a string, a number or a boolean, or undefined to leave it out.`,
      operation,
    );
  }
  const text = String(value);
  if (valueRule.test(text)) return text.trim();
  throw new Refusal(
    `the header ${name} has a value that HTTP does not allow: only ISO 8859-1, without line ends and control characters.`,
    operation,
  );
}
