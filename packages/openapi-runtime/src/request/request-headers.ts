import { inCode, Refusal } from "../failures/refusal.ts";
import type { CallInit } from "../options/call-options.ts";
import type { ClientOptions } from "../options/configuration.ts";
import type { ApiDescription, NamedOperation } from "../table/api-description.ts";
import type { OperationEvent } from "../watching/hooks.ts";

/**
 * Headers by name. Not the platform's `Headers`: `fetch` copies what it gets, and a plain object is made and copied at
 * a fraction of the cost. Measured: 22 % of what openapi-fetch takes goes into making two `Headers`.
 */
export type RequestHeaders = Readonly<Record<string, string>>;

/**
 * Those that belong to the connection and not to the call. A caller mostly passes on what came in with another request.
 * Then they send the key to another tenant of a gateway (`host`), let the call hang (`content-length`), or break it.
 */
const ofTheTransport =
  /^(?:host|content-length|transfer-encoding|connection|keep-alive|upgrade|te|trailer|expect|proxy-.*)$/;

/** A token (RFC 9110, section 5.1). */
const nameRule = /^[\w!#$%&'*+\-.^`|~]+$/;

/** Text in ISO 8859-1 without control characters but the tab (RFC 9110, section 5.5): what Node and browsers can send. */
const valueRule = /^[\t\x20-\x7e\x80-\xff]*$/;

/**
 * The headers that the caller brings: the client's for all calls, further ones of the call, and the spec's header parameters;
 * the later win. What is undefined is left out, and null leaves out what stands before it.
 * @param operation - undefined when the client is made
 * @throws Refusal for a header that is not the caller's to set (the transport's, the key's, Accept, Content-Type),
 *   for a name or value that HTTP does not allow, and for a value that is no string, number or boolean; it is not repeated
 */
export function callerHeaders(
  { header, headers }: CallInit,
  operation: NamedOperation | undefined,
  { securitySchemes }: ApiDescription,
  ofClient?: ClientOptions["headers"],
): Record<string, string> {
  const forAll = operation && typeof ofClient === "function" ? askForHeaders(ofClient, operation) : ofClient;
  if (forAll === undefined && headers === undefined && header === undefined) return {};
  const reserved: Record<string, string> = {
    accept: "use the option `accept`",
    "content-type": "use the option `contentType`",
  };
  for (const { type, name } of Object.values(securitySchemes)) {
    const header = type === "apiKey" ? name : "authorization";
    if (header !== undefined) reserved[header.toLowerCase()] = "use the client's `apiKey`";
  }
  const all: Record<string, string> = Object.create(null);
  // Each goes over what stands before it. Of one name in the same place, all are sent, as `Headers` joins them.
  for (const layer of [forAll, headers, header]) {
    const set = new Set<string>();
    for (const [given, value] of entriesOf(layer, operation)) {
      const name = nameOf(given, reserved, operation);
      const text = textOf(name, value, operation);
      if (value === null) delete all[name];
      if (text === undefined) continue;
      all[name] = set.has(name) ? `${all[name]}, ${text}` : text;
      set.add(name);
    }
  }
  return { ...all };
}

function askForHeaders(ask: (call: OperationEvent) => unknown, operation: NamedOperation): unknown {
  const { operationId, method, path } = operation;
  try {
    return ask({ operationId, method, path });
  } catch (cause) {
    throw new Refusal("the client's `headers` function failed; see `cause`.", inCode(operation), cause);
  }
}

/** A `Headers`, a Map and a list hold pairs, an object has members. */
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

/** @returns the name in lower case, as names are compared */
function nameOf(
  given: unknown,
  reserved: Readonly<Record<string, string>>,
  operation: NamedOperation | undefined,
): string {
  if (typeof given !== "string" || !nameRule.test(given)) {
    throw new Refusal("a header has a name that HTTP does not allow.", operation);
  }
  const name = given.toLowerCase();
  const instead = Object.hasOwn(reserved, name)
    ? reserved[name]
    : ofTheTransport.test(name)
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
