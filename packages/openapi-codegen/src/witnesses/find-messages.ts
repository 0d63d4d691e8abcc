import type { SpecChange } from "@np6/openapi-diff";
import {
  addressOf,
  asObject,
  createOperationTable,
  type EffectiveContent,
  type EffectiveOperation,
  effectiveOperations,
  isJsonObject,
  type JsonObject,
  type LocatedObject,
  type Requirement,
  suffices,
} from "@np6/openapi-document";
import { addressesOf, incomingThatIsGone, otherDefault, otherOperation } from "./find-meanings.ts";
import type { Proof } from "./find-samples.ts";
import { sampleValues } from "./sample-values.ts";

/** The parts of a request. A difference is reported for the part that contains it. */
type Request = Readonly<Record<"address" | "server" | "parameters" | "security" | "body", unknown>>;

/** A document and its operations. */
interface Side {
  readonly document: JsonObject;
  readonly operations: ReadonlyMap<string, EffectiveOperation>;
  readonly server: string | undefined;
}

/**
 * Looks for a whole request that became invalid, or a whole response that became possible, when no single body proves
 * the change. Examples are another server, another serialization of a parameter, and an authentication that is no
 * longer enough.
 *
 * @returns a function that finds a proof of a change, as JSON
 */
export function findMessages(base: JsonObject, head: JsonObject): (change: SpecChange) => Proof | undefined {
  const sides = { old: sideOf(base), now: sideOf(head) };
  const [was, is] = [addressesOf(base), addressesOf(head)];
  return (change) => {
    const { operationId: name, direction } = change;
    const gone = incomingThatIsGone(change, base, head);
    if (gone !== undefined) return { sample: gone, shows: "was described, is not" };
    const called = otherOperation(change, was, is);
    if (called !== undefined) return { sample: called, shows: "means something else" };
    const only = name === undefined ? undefined : was.get(name);
    for (const [address, before] of sides.old.operations) {
      if (name !== undefined && address !== only) continue;
      const after = sides.now.operations.get(address);
      if (direction === "response") {
        const sample = answerThatIsNew(change, before, after);
        if (sample !== undefined) return { sample, shows: "was not valid, is" };
        continue;
      }
      const meaning = otherDefault(change, before, after);
      if (meaning !== undefined) return { sample: meaning, shows: "means something else" };
      const sample = requestThatFails(change, sides, before, after);
      if (sample !== undefined) return { sample, shows: "was valid, is not" };
    }
    return undefined;
  };
}

function sideOf(document: JsonObject): Side {
  const operations = effectiveOperations(document, "paths").map((one) => [addressOf(one), one] as const);
  return { document, operations: new Map(operations), server: createOperationTable(document).table.server };
}

function requestThatFails(
  { pointer }: SpecChange,
  { old, now }: { readonly old: Side; readonly now: Side },
  before: EffectiveOperation,
  after: EffectiveOperation | undefined,
): unknown {
  const part = partOf(pointer);
  for (const requirement of before.security.length === 0 ? [{}] : before.security) {
    for (const isFull of [false, true]) {
      const sent = requestOf(old, old, before, requirement, isFull);
      if (after === undefined) return part === "address" ? sent : undefined;
      const enough = after.security.length === 0 || after.security.some((one) => suffices(requirement, one));
      const accepted = {
        ...requestOf(now, old, after, requirement, isFull),
        ...(enough ? {} : { security: undefined }),
      };
      if (JSON.stringify(sent[part]) !== JSON.stringify(accepted[part])) return sent;
    }
  }
  return undefined;
}

function partOf(pointer: string): keyof Request {
  if (/\/(?:securitySchemes\/|security$)/.test(pointer)) return "security";
  if (/\/servers(?:\/|$)/.test(pointer)) return "server";
  // The names in an address are those of the arguments.
  if (/\/parameters\/[^/]+\/name$/.test(pointer)) return "address";
  if (/\/parameters\//.test(pointer)) return "parameters";
  return /\/request(?:Body|Bodies)/.test(pointer) ? "body" : "address";
}

/**
 * @param values the document that provides the values of parameters, so that both requests have the same
 * @param isFull whether optional parameters and the body are included
 */
function requestOf(
  side: Side,
  values: Side,
  operation: EffectiveOperation,
  requirement: Requirement,
  isFull: boolean,
): Request {
  const known = values.operations.get(addressOf(operation));
  const parameters = [...operation.parameters].flatMap(([key, parameter]) => {
    if (!isFull && parameter.value.required !== true) return [];
    return [
      written(parameter.value, parameterValue(values.document, known?.parameters.get(key) ?? parameter)),
    ];
  });
  const [content] = operation.requests.values();
  const isGiven = content !== undefined && (isFull || operation.requestBody?.value.required === true);
  const security = Object.entries(requirement).map(([name, scopes]) => ({
    ...schemeOf(side.document, name),
    ...(scopes.length === 0 ? {} : { scopes }),
  }));
  return {
    address: `${operation.method} ${operation.path}`,
    server: operation.server ?? side.server,
    parameters,
    security,
    body: isGiven ? bodyOf(values.document, content) : undefined,
  };
}

/** Writes a body's media type, and the content of a form. */
function bodyOf(document: JsonObject, { mediaType, media }: EffectiveContent): string {
  if (!mediaType.startsWith("application/x-www-form-urlencoded")) return mediaType;
  // The second sample of an object contains all of its properties.
  const [least = {}, form = least] = sampleValues(document, media.value.schema).filter(isJsonObject);
  const encoding = asObject(media.value.encoding);
  const fields = Object.entries(form).map(([name, value]) => {
    const several = Array.isArray(value) ? [value[0] ?? "text", value[0] ?? "text"] : value;
    const how = asObject(encoding[name]);
    return written({ in: "query", name, ...how }, several).replace(/^query /, "");
  });
  return `${mediaType}: ${fields.join("&")}`;
}

function parameterValue(document: JsonObject, { value }: LocatedObject): unknown {
  const [media] = Object.values(asObject(value.content));
  const schema = isJsonObject(media) ? media.schema : value.schema;
  const isTelling = (one: unknown) =>
    one !== null && (typeof one !== "object" || Object.keys(one).length > 0);
  const all = sampleValues(document, schema);
  const telling = all.some(isTelling) ? all.filter(isTelling) : all;
  const [first] = telling;
  const list = telling.find((one) => Array.isArray(one) && one.length > 0) as readonly unknown[] | undefined;
  if (list !== undefined) return [list[0], list[0]];
  // A reserved character makes the encoding visible.
  return typeof first === "string" && Object.keys(Object(schema)).join() === "type" ? "a/b" : first;
}

/** Writes a parameter as a request contains it. */
function written(parameter: JsonObject, value: unknown): string {
  const { in: place, name, style, explode, allowReserved, content } = parameter;
  const how = style ?? (place === "query" || place === "cookie" ? "form" : "simple");
  const one = (item: unknown) => {
    const text = String(typeof item === "object" ? JSON.stringify(item) : item);
    return place === "query" && allowReserved !== true ? encodeURIComponent(text) : text;
  };
  const text = (): string => {
    if (isJsonObject(content)) return `${name}=${encodeURIComponent(JSON.stringify(value))}`;
    if (isJsonObject(value) && how === "form" && explode !== false)
      return Object.entries(value)
        .map(([key, item]) => `${key}=${one(item)}`)
        .join("&");
    if (!Array.isArray(value)) return `${name}=${one(value)}`;
    if (how === "form" && explode !== false) return value.map((item) => `${name}=${one(item)}`).join("&");
    const separator = how === "pipeDelimited" ? "|" : how === "spaceDelimited" ? "%20" : ",";
    return `${name}=${value.map(one).join(separator)}`;
  };
  return `${place} ${text()}`;
}

function schemeOf({ components }: JsonObject, name: string): JsonObject {
  const scheme = asObject(asObject(components).securitySchemes)[name];
  if (!isJsonObject(scheme)) return { name };
  const { type, in: place, name: field, scheme: kind } = scheme;
  return type === "apiKey"
    ? { [String(place)]: field }
    : { type, ...(kind === undefined ? {} : { scheme: kind }) };
}

/** Finds a new response: of another status or media type, or without a part that was always present. */
function answerThatIsNew(
  { pointer }: SpecChange,
  before: EffectiveOperation,
  after: EffectiveOperation | undefined,
): unknown {
  for (const [status, { headers, content, response }] of after?.responses ?? []) {
    const was = before.responses.get(status);
    const isConcerned =
      pointer.startsWith(response.pointer) || pointer.startsWith(was?.response.pointer ?? "-");
    if (!isConcerned) continue;
    const [mediaType] = [...content.values()].flatMap(({ mediaType, media }) =>
      pointer.startsWith(media.pointer) && was?.content.has(mediaType.toLowerCase()) !== true
        ? [mediaType]
        : [],
    );
    if (mediaType !== undefined || (was === undefined && pointer === response.pointer))
      return { status, contentType: mediaType ?? [...content.values()][0]?.mediaType };
    const lost = [...(was?.headers ?? [])].some(
      ([name, { value, pointer: at }]) =>
        (pointer.startsWith(at) || pointer.startsWith(headers.get(name)?.pointer ?? "-")) &&
        (value.required === true || !headers.has(name)) &&
        headers.get(name)?.value.required !== true,
    );
    const hasBody = (one: typeof was) =>
      one !== undefined && one.content.size > 0 && one.response.value["x-body-may-be-empty"] !== true;
    const mayBeEmpty = content.size === 0 || response.value["x-body-may-be-empty"] === true;
    const isEmpty =
      mayBeEmpty && (was === undefined ? [...before.responses.values()].some(hasBody) : hasBody(was));
    if (lost || isEmpty) return { status, headers: {}, ...(isEmpty ? { body: null } : {}) };
  }
  return undefined;
}
