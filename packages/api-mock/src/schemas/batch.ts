import { isDeepStrictEqual } from "node:util";
import { asObject, isJsonObject } from "@np6/openapi-document";
import type { Operation, Specification } from "../api/read-specification.ts";
import { discriminatorProperty } from "./find-unions.ts";
import { requestBody, successBody } from "./json-body.ts";
import { itemSchemas, sameValueSchemas } from "./subschemas.ts";

type Pointer = readonly string[];

/** The result of one item of a batch. */
interface ResultForm {
  readonly value: unknown;
  /** Parts of the result that repeat parts of the item, as the examples show. */
  readonly echoes: readonly { readonly to: Pointer; readonly from: Pointer }[];
}

/** An operation that accepts a list of items and returns a list of results, in the same order. */
export interface Batch {
  /** Makes the result of a successful item at an index. */
  readonly success: (index: number, item: unknown) => unknown;
  /** Makes the result of a failed item; undefined without an example in the document. */
  readonly failure: ((item: unknown) => unknown) | undefined;
  /** Whether a result has the type of the document's example of a failure. */
  readonly isFailure: (result: unknown) => boolean;
  /** Returns the part of an item that identifies the receiver: the one in the failure example, else the whole item. */
  readonly who: (item: unknown) => unknown;
}

/** Media types of a batch's request and response; default: the first of the operation. */
export interface BatchMediaTypes {
  readonly mediaType?: string | undefined;
  readonly answerMediaType?: string | undefined;
}

/**
 * Reads a batch from the document's examples. A batch is a POST that accepts an array and returns an array of something
 * else.
 *
 * @returns undefined for any other operation
 */
export function readBatch(
  specification: Specification,
  operation: Operation,
  { mediaType, answerMediaType }: BatchMediaTypes = {},
): Batch | undefined {
  const { document } = specification;
  const request = requestBody(specification, operation, mediaType);
  const answer = successBody(specification, operation, answerMediaType);
  if (operation.method !== "POST" || request === undefined || answer === undefined) return undefined;
  const [items, results] = [request, answer].map(({ schema }) => itemSchemas(document, schema));
  if (!items?.length || !results?.length || isDeepStrictEqual(items, results)) return undefined;

  const sent = request.examples.filter((example) => Array.isArray(example));
  const forms = answer.examples
    .filter((example) => Array.isArray(example))
    .map((example) => example.map((value, index) => readForm(value, sent, example.length, index)));
  const [ordinary] = forms;
  if (ordinary === undefined || ordinary.length === 0) return undefined;

  const property = discriminatorProperty(results.flatMap((schema) => sameValueSchemas(document, schema)));
  const variantOf = ({ value }: ResultForm): unknown =>
    isJsonObject(value) && property ? value[property] : undefined;
  const usual = ordinary.map(variantOf);
  const failure =
    property === undefined ? undefined : forms.flat().find((form) => !usual.includes(variantOf(form)));
  const failed = failure === undefined ? undefined : variantOf(failure);
  const [named] = (failure?.echoes ?? []).toSorted((a, b) => a.from.length - b.from.length);
  return {
    success: (index, item) => fill(ordinary[index % ordinary.length], item),
    failure: failure === undefined ? undefined : (item) => fill(failure, item),
    isFailure: (value) => failed !== undefined && variantOf({ value, echoes: [] }) === failed,
    who: (item) => partAt(item, named?.from ?? []) ?? item,
  };
}

/** Lists objects and lists inside a value, with their paths. Scalars are too often equal by chance. */
function partsOf(value: unknown, at: Pointer = []): { readonly at: Pointer; readonly value: unknown }[] {
  if (typeof value !== "object" || value === null) return [];
  const children = Object.entries(value).flatMap(([name, child]) => partsOf(child, [...at, name]));
  return Object.keys(value).length === 0 ? children : [{ at, value }, ...children];
}

function readForm(value: unknown, sent: readonly unknown[][], length: number, index: number): ResultForm {
  const item = sent.find((example) => example.length === length)?.[index];
  const echoes = partsOf(value).flatMap((part) => {
    const source = partsOf(item).find((candidate) => isDeepStrictEqual(candidate.value, part.value));
    return source === undefined ? [] : [{ to: part.at, from: source.at }];
  });
  return { value, echoes };
}

function fill(form: ResultForm | undefined, item: unknown): unknown {
  return (form?.echoes ?? []).reduce<unknown>((result, { to, from }) => {
    const part = partAt(item, from);
    return part === undefined ? result : put(result, to, part);
  }, form?.value);
}

function partAt(value: unknown, at: Pointer): unknown {
  return at.reduce<unknown>((part, name) => asObject(part)[name], value);
}

function put(value: unknown, [name, ...rest]: Pointer, part: unknown): unknown {
  if (name === undefined) return part;
  if (Array.isArray(value))
    return value.map((child, index) => (String(index) === name ? put(child, rest, part) : child));
  return isJsonObject(value) ? { ...value, [name]: put(value[name], rest, part) } : value;
}

/** Reads batches on first use, and caches them. */
export function createBatches(
  specification: Specification,
): (operation: Operation, mediaTypes: BatchMediaTypes) => Batch | undefined {
  const cache = new Map<string, Batch | undefined>();
  return (operation, mediaTypes) => {
    const key = [operation.operationId, mediaTypes.mediaType, mediaTypes.answerMediaType].join("\n");
    if (!cache.has(key)) cache.set(key, readBatch(specification, operation, mediaTypes));
    return cache.get(key);
  };
}
