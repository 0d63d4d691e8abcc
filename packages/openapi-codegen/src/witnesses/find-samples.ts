import type { Direction, SpecChange } from "@np6/openapi-diff";
import {
  addressOf,
  childPointer,
  createOperationTable,
  type EffectiveOperation,
  effectiveOperations,
  inJsonSchema2020,
  isJsonObject,
  type JsonObject,
  pointerTokens,
} from "@np6/openapi-document";
import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { sampleValues } from "./sample-values.ts";

/** A value that is allowed on one side only. */
interface Sample {
  readonly operation: string;
  readonly direction: Direction;
  readonly value: unknown;
  /** What the other side says of it: names on the way, keywords. */
  readonly words: ReadonlySet<string>;
}

/** A schema of something that travels, in one document. */
interface Travelling {
  readonly key: string;
  readonly operation: string;
  readonly direction: Direction;
  readonly pointer: string;
  readonly schema: unknown;
}

/**
 * Looks for values that were valid and are not any more, in what is sent, or that are valid only now, in what is read.
 * @param changes - those that a value is looked for
 * @returns a function that finds one for a change; what it gives is JSON
 */
export function findSamples(
  base: JsonObject,
  head: JsonObject,
  changes: readonly SpecChange[],
): (change: SpecChange) => unknown {
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
    const [allowed, refused] = before.direction === "request" ? [was, is] : [is, was];
    const values = [...sampleValues(base, before.schema), ...sampleValues(head, other.schema)];
    return values.flatMap((value): Sample[] => {
      if (!allowed(value) || refused(value)) return [];
      return [
        {
          operation: before.operation,
          direction: before.direction,
          value,
          words: wordsOf(refused.errors ?? []),
        },
      ];
    });
  });
  return (change) => nearest(change, samples)?.value;
}

/** The sample whose refusal speaks of the place of the change. */
function nearest(
  { operationId, direction, pointer, message }: SpecChange,
  samples: readonly Sample[],
): Sample | undefined {
  const tokens = pointerTokens(pointer);
  const names = tokens.flatMap((token, index) => (tokens[index - 1] === "properties" ? [token] : []));
  const last = names.at(-1);
  const spoken = [...message.matchAll(/`([^`]+)`/g)].map(([, word]) => word ?? "");
  // Behind the last property stand keywords, such as `oneOf`.
  const keywords = tokens.slice(tokens.lastIndexOf("properties") + 2).filter((token) => !/^\d+$/.test(token));
  const wanted = [...spoken, ...(last === undefined ? [] : [last])];
  return samples.find(
    (sample) =>
      (operationId === undefined || sample.operation === operationId) &&
      sample.direction === direction &&
      (wanted.some((word) => sample.words.has(word)) || keywords.some((word) => sample.words.has(word))),
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
  // As the changes call them, also those without an operationId.
  const names = new Map(
    Object.entries(createOperationTable(document).table.operations).map(([name, one]) => [
      addressOf(one),
      name,
    ]),
  );
  return operations.flatMap(([operation, isTurned]) =>
    schemasOf(operation, names.get(addressOf(operation)) ?? operation.path, isTurned),
  );
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

/** Validators of the schemas of a document, by pointer; undefined for one that cannot be compiled. */
function validatorsOf(document: JsonObject): (pointer: string) => ValidateFunction | undefined {
  const ajv = new Ajv2020({ strict: false, logger: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(converted(document, document) as JsonObject, "document");
  return (pointer) => {
    try {
      return ajv.compile({ $ref: `document${pointer}` });
    } catch {
      // A pattern, or a name of a schema, that Ajv does not take.
      return undefined;
    }
  };
}

function converted(document: JsonObject, node: unknown): unknown {
  if (Array.isArray(node)) return node.map((item) => converted(document, item));
  if (!isJsonObject(node)) return node;
  // Ajv takes `nullable` for a keyword also where JSON Schema does not, and `$id` for an address.
  const { nullable: _, $id: __, id: ___, ...rest } = inJsonSchema2020(document, node);
  return Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, converted(document, value)]));
}
