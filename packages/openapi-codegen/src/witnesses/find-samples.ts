import type { Direction, Shown, SpecChange } from "@np6/openapi-diff";
import {
  addressOf,
  asObject,
  childPointer,
  type EffectiveOperation,
  effectiveOperations,
  inJsonSchema2020,
  isJsonObject,
  type JsonObject,
  pointerTokens,
  referenceTarget,
} from "@np6/openapi-document";
import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { addressesOf } from "./find-meanings.ts";
import { sampleValues } from "./sample-values.ts";

/** The proof of a change. */
export type Proof = Required<Pick<SpecChange, "sample" | "shows">>;

/** A value that only one of the documents allows. */
interface Sample {
  readonly operation: string;
  readonly direction: Direction;
  readonly value: unknown;
  readonly shows: Shown;
  /** Words of the other document's validation errors: names on the path, keywords. */
  readonly words: ReadonlySet<string>;
}

/** A schema of a request or response in one document. */
interface Travelling {
  readonly key: string;
  readonly operation: string;
  readonly direction: Direction;
  readonly pointer: string;
  readonly schema: unknown;
}

/**
 * Looks for values of requests that are no longer valid, and values of responses that are newly valid.
 * @param changes - the changes to prove
 * @returns a function that finds a proof of a change, as JSON
 */
export function findSamples(
  base: JsonObject,
  head: JsonObject,
  changes: readonly SpecChange[],
): (change: SpecChange) => Proof | undefined {
  const isWanted = ({ operation, direction }: Travelling) =>
    changes.some(
      (change) => change.direction === direction && (change.operationId ?? operation) === operation,
    );
  const [old, now] = [validatorsOf(base), validatorsOf(head)];
  const after = new Map(travelling(head).map((each) => [each.key, each]));
  const samples = travelling(base).flatMap((before) => {
    const other = after.get(before.key);
    if (other === undefined || !isWanted(before)) return [];
    const [was, is] = [old(before.pointer), now(other.pointer)];
    if (was === undefined || is === undefined) return [];
    const { operation, direction } = before;
    const values = [...sampleValues(base, before.schema), ...sampleValues(head, other.schema)];
    return values.flatMap((value): Sample[] => {
      const [wasValid, isValid] = [was(value), is(value)];
      if (wasValid === isValid || (direction === "request" && !wasValid)) return [];
      const words = wordsOf((wasValid ? is : was).errors ?? []);
      const gone = direction === "request" ? "was valid, is not" : "was described, is not";
      return [{ operation, direction, value, shows: wasValid ? gone : "was not valid, is", words }];
    });
  });
  return (change) => {
    const ofOperation = samples.filter(
      ({ operation, direction }) =>
        direction === change.direction && (change.operationId ?? operation) === operation,
    );
    const isOnly = changes.filter((other) => isSameWay(change, other)).length === 1;
    // Newly possible values of a response weigh more than those that are no longer possible.
    const [come, gone] = [true, false].map((isNew) =>
      ofOperation.filter(({ shows }) => (shows === "was described, is not") !== isNew),
    );
    const found =
      nearest(change, come ?? []) ??
      nearest(change, gone ?? []) ??
      (isOnly ? (come?.[0] ?? gone?.[0]) : undefined);
    if (found !== undefined) return { sample: found.value, shows: found.shows };
    return describedBefore(change, base, head);
  };
}

function isSameWay(one: SpecChange, other: SpecChange): boolean {
  return one.direction === other.direction && one.operationId === other.operationId;
}

/** Finds a value of a response with the removed property, if the property was optional before. */
function describedBefore(
  { pointer, direction, operationId }: SpecChange,
  base: JsonObject,
  head: JsonObject,
): Proof | undefined {
  const [keyword, name = ""] = pointerTokens(pointer).slice(-2);
  const isGone = referenceTarget(head, pointer) === undefined && referenceTarget(base, pointer) !== undefined;
  if (direction !== "response" || keyword !== "properties" || !isGone) return undefined;
  const validate = validatorsOf(base);
  const holds = (value: unknown): boolean =>
    typeof value === "object" &&
    value !== null &&
    (Object.hasOwn(value, name) || Object.values(value).some(holds));
  for (const each of travelling(base)) {
    if (each.direction !== direction || (operationId ?? each.operation) !== each.operation) continue;
    const sample = sampleValues(base, each.schema).find(
      (value) => holds(value) && validate(each.pointer)?.(value),
    );
    if (sample !== undefined) return { sample, shows: "was described, is not" };
  }
  return undefined;
}

/** Finds the sample whose validation error mentions the place of the change. */
function nearest({ pointer, message }: SpecChange, samples: readonly Sample[]): Sample | undefined {
  const tokens = pointerTokens(pointer);
  const names = tokens.flatMap((token, index) => (tokens[index - 1] === "properties" ? [token] : []));
  const last = names.at(-1);
  const spoken = [...message.matchAll(/`([^`]+)`/g)].map(([, word]) => word ?? "");
  // After the last property, the pointer contains keywords, such as `oneOf`.
  const keywords = tokens.slice(tokens.lastIndexOf("properties") + 2).filter((token) => !/^\d+$/.test(token));
  // A discriminator value is looked up in the samples themselves.
  const tag = tokens.at(-3) === "discriminator" ? JSON.stringify(tokens.at(-1)) : undefined;
  const tagged = samples.find(({ value }) => tag !== undefined && JSON.stringify(value).includes(tag));
  if (tagged !== undefined) return tagged;
  const wanted = [...spoken, ...(last === undefined ? [] : [last])];
  return samples.find(
    (sample) =>
      wanted.some((word) => sample.words.has(word)) || keywords.some((word) => sample.words.has(word)),
  );
}

function wordsOf(errors: readonly ErrorObject[]): ReadonlySet<string> {
  return new Set(
    errors.flatMap(({ instancePath, keyword, params }) => [
      ...instancePath.split("/").slice(1),
      keyword,
      ...Object.values(params).filter((value) => typeof value === "string"),
    ]),
  );
}

function travelling(document: JsonObject): readonly Travelling[] {
  const operations = [
    ...effectiveOperations(document, "paths").map((each) => [each, false] as const),
    ...effectiveOperations(document, "webhooks").map((each) => [each, true] as const),
  ];
  // Names are those of the changes, also for operations without an operationId.
  const names = new Map([...addressesOf(document)].map(([name, address]) => [address, name]));
  return operations.flatMap(([operation, isTurned]) => {
    const name = names.get(addressOf(operation)) ?? operation.path;
    const called = [...operation.callbacks].flatMap(([key, callback]) =>
      schemasOf(callback, name, !isTurned).map((each) => ({
        ...each,
        key: `${addressOf(operation)} ${key} ${each.key}`,
      })),
    );
    return [...schemasOf(operation, name, isTurned), ...called];
  });
}

function schemasOf(operation: EffectiveOperation, name: string, isTurned: boolean): readonly Travelling[] {
  const [sent, read] = isTurned ? (["response", "request"] as const) : (["request", "response"] as const);
  const at = (key: string, direction: Direction, pointer: string, owner: JsonObject): Travelling[] =>
    isJsonObject(owner.schema) || typeof owner.schema === "boolean"
      ? [
          {
            key: `${addressOf(operation)} ${key}`,
            operation: name,
            direction,
            pointer: childPointer(pointer, "schema"),
            schema: owner.schema,
          },
        ]
      : [];
  return [
    ...[...operation.parameters].flatMap(([key, { pointer, value }]) => at(key, sent, pointer, value)),
    ...[...operation.requests].flatMap(([key, { media }]) =>
      at(`body ${key}`, sent, media.pointer, media.value),
    ),
    ...[...operation.responses].flatMap(([status, { content }]) =>
      [...content].flatMap(([key, { media }]) => at(`${status} ${key}`, read, media.pointer, media.value)),
    ),
  ];
}

/** Compiles the schemas of a document, by pointer; undefined for a schema that cannot be compiled. */
function validatorsOf(document: JsonObject): (pointer: string) => ValidateFunction | undefined {
  const ajv = new Ajv2020({ strict: false, logger: false, allErrors: true });
  addFormats.default(ajv);
  // JSON Schema lets applications decide whether they check an encoded text.
  ajv.removeKeyword("contentEncoding");
  ajv.addKeyword({ keyword: "contentEncoding", type: "string", validate: isEncoded });
  ajv.addSchema(converted(document, document) as JsonObject, "document");
  return (pointer) => {
    try {
      return ajv.compile({ $ref: `document${pointer}` });
    } catch {
      // Ajv rejects this pattern or schema name.
      return undefined;
    }
  };
}

function converted(document: JsonObject, node: unknown): unknown {
  if (Array.isArray(node)) return node.map((item) => converted(document, item));
  if (!isJsonObject(node)) return node;
  // Ajv treats `nullable` as a keyword even in JSON Schema, and `$id` as an address.
  const { nullable: _, $id: __, id: ___, ...rest } = withTags(inJsonSchema2020(document, node));
  return Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, converted(document, value)]));
}

/** Converts a discriminator's mapping into rules that a validator applies: each variant has one of its values. */
function withTags(schema: JsonObject): JsonObject {
  const { propertyName, mapping } = asObject(schema.discriminator);
  if (typeof propertyName !== "string" || !isJsonObject(mapping)) return schema;
  const arms = (list: unknown) =>
    Array.isArray(list)
      ? list.map((arm: unknown) => {
          const values = Object.entries(mapping).flatMap(([value, target]) =>
            isJsonObject(arm) && (target === arm.$ref || `#/components/schemas/${target}` === arm.$ref)
              ? [value]
              : [],
          );
          return values.length === 0
            ? arm
            : { allOf: [arm, { properties: { [propertyName]: { enum: values } } }] };
        })
      : list;
  return {
    ...schema,
    ...(schema.oneOf === undefined ? {} : { oneOf: arms(schema.oneOf) }),
    ...(schema.anyOf === undefined ? {} : { anyOf: arms(schema.anyOf) }),
  };
}

function isEncoded(encoding: unknown, text: string): boolean {
  if (encoding !== "base64" && encoding !== "base64url") return true;
  return Buffer.from(text, encoding).toString(encoding).replace(/=+$/, "") === text.replace(/=+$/, "");
}
