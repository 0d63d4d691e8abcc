import { asList, isJsonObject, type JsonObject } from "@np6/openapi-document";
import type { ErrorObject, ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { hasAtMost } from "./has-at-most.ts";
import { type Direction, inJsonSchema } from "./in-json-schema.ts";
import { meantVariant } from "./meant-variant.ts";

/** A rule of a schema that a value breaks. */
export interface Problem {
  /** Names and indexes of the path to the invalid part; empty for the value itself. */
  readonly path: readonly string[];
  /** The keyword of JSON Schema, such as `type`. */
  readonly keyword: string;
  /** The requirement, such as `must be string`. */
  readonly message: string;
}

/**
 * Lists the rules that a value breaks, for a schema of the document; none for a valid value. For a large value, only
 * the first problem is listed.
 */
export type Validate = (schema: unknown, value: unknown, direction?: Direction) => Problem[];

const documentId = "openapi:document";

/** Largest number of problems in a list. */
const mostProblems = 20;

/** Largest number of values (members and elements at any depth) for all problems. Ajv's time grows with the square. */
const largestForAllProblems = 300;

/** A `pattern` should be valid with the `u` flag, but some of real documents are not. */
const regExp = Object.assign(
  (pattern: string, flags: string): RegExp => {
    try {
      return new RegExp(pattern, flags);
    } catch {
      return new RegExp(pattern);
    }
  },
  { code: "new RegExp" },
);

/** Makes a validator for the schemas of an OpenAPI document. Each schema is compiled on first use. */
export function createValidator(document: JsonObject): Validate {
  const directions = { request: validatorOf(document, "request"), answer: validatorOf(document, "answer") };
  return (schema, value, direction = "answer") => directions[direction](schema, value);
}

function validatorOf(
  document: JsonObject,
  direction: Direction,
): (schema: unknown, value: unknown) => Problem[] {
  // Not strict: the document has keywords of OpenAPI (discriminator, example) and of its author (x-…).
  const options = { strict: false, verbose: true, logger: false, code: { regExp } } as const;
  const [first, all] = [new Ajv2020(options), new Ajv2020({ ...options, allErrors: true })];
  for (const ajv of [first, all]) addFormats.default(ajv);
  // Schemas are compiled by location in the document, which is read once: copies would take a second for some.
  const { components = {}, paths = {} } = document;
  const whole = inJsonSchema(document, { components, paths }, direction) as JsonObject;
  for (const ajv of [first, all]) ajv.addSchema(whole, documentId);
  const pointers = new Map([...pointersOf({ components, paths }), ...pointersOf(whole)]);
  const compiled = new Map<Ajv2020, Map<unknown, ValidateFunction>>([
    [first, new Map()],
    [all, new Map()],
  ]);

  function compile(ajv: Ajv2020, schema: unknown): ValidateFunction {
    const cached = compiled.get(ajv)?.get(schema);
    if (cached !== undefined) return cached;
    const pointer = pointers.get(schema);
    if (pointer === undefined) throw new Error("the requested schema is not in the document");
    const validate = ajv.compile({ $ref: `${documentId}#${pointer}` });
    compiled.get(ajv)?.set(schema, validate);
    return validate;
  }

  function isValid(schema: unknown, value: unknown): boolean {
    return schema === false ? false : schema === true || compile(first, schema)(value);
  }

  function problemsOf(schema: unknown, value: unknown, path: readonly string[]): Problem[] {
    if (isValid(schema, value)) return [];
    if (!isJsonObject(schema)) return [{ path, keyword: "false schema", message: "must not be present" }];
    const { errors } = hasAtMost(value, largestForAllProblems)
      ? erring(compile(all, schema), value)
      : compile(first, schema);
    return explain(errors ?? [], path);
  }

  /** For a union, keeps only the problems of the matching variant; lists each remaining problem once. */
  function explain(errors: readonly ErrorObject[], path: readonly string[]): Problem[] {
    const unions = errors.filter(({ keyword }) => keyword === "oneOf" || keyword === "anyOf");
    const outermost = unions.filter(
      (union) => !unions.some((other) => other !== union && isInside(union.instancePath, other)),
    );
    const rest = errors.filter(
      ({ instancePath, keyword }) =>
        keyword !== "if" &&
        !outermost.some((union) => instancePath === union.instancePath || isInside(instancePath, union)),
    );
    const explained = outermost.flatMap((union): Problem[] => {
      const at = [...path, ...tokens(union.instancePath)];
      const arm = meantVariant(document, union.schema, union.data, isValid);
      const inside = arm === undefined ? [] : problemsOf(arm, union.data, at);
      return inside.length > 0 ? inside : [problemOf(disputed(union, errors) ?? union, path)];
    });
    const problems = [...rest.map((error) => problemOf(error, path)), ...explained];
    const once = new Map(
      problems.map((problem) => [JSON.stringify([problem.path, problem.message]), problem]),
    );
    return [...once.values()].slice(0, mostProblems);
  }

  return (schema, value) => problemsOf(schema, value, []);
}

/** Maps each object of a tree to its location, as a JSON Pointer in a URI fragment (RFC 6901, section 6). */
function pointersOf(root: JsonObject): Map<unknown, string> {
  const pointers = new Map<unknown, string>();
  const walk = (value: unknown, pointer: string): void => {
    if (typeof value !== "object" || value === null || pointers.has(value)) return;
    pointers.set(value, pointer);
    for (const [key, child] of Object.entries(value)) {
      walk(child, `${pointer}/${encodeURIComponent(key.replaceAll("~", "~0").replaceAll("/", "~1"))}`);
    }
  };
  walk(root, "");
  return pointers;
}

/** Writes a problem as a line: path and requirement. */
export function describeProblem({ path, message }: Problem): string {
  return `/${path.join("/")} ${message}`;
}

function erring(validate: ValidateFunction, value: unknown): ValidateFunction {
  validate(value);
  return validate;
}

/** Finds the problem that all variants of a union share: because of it, no variant matches. */
function disputed(union: ErrorObject, errors: readonly ErrorObject[]): ErrorObject | undefined {
  const inside = errors.filter(
    ({ instancePath, keyword }) =>
      isInside(instancePath, union) || (instancePath === union.instancePath && keyword === "type"),
  );
  const variants = Array.isArray(union.schema) ? union.schema.length : 0;
  const at = inside.filter(
    ({ instancePath }) => inside.filter((other) => other.instancePath === instancePath).length >= variants,
  );
  return at.find(({ keyword }) => keyword === "type") ?? at[0];
}

function isInside(instancePath: string, union: ErrorObject): boolean {
  return instancePath.startsWith(`${union.instancePath}/`);
}

function tokens(instancePath: string): string[] {
  return instancePath
    .split("/")
    .slice(1)
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** Converts an Ajv error. For a missing or forbidden member, the path includes the member's name. */
function problemOf(
  { instancePath, keyword, message = "is invalid", params }: ErrorObject,
  before: readonly string[],
): Problem {
  const path = [...before, ...tokens(instancePath)];
  if (keyword === "enum") return { path, keyword, message: `must be one of ${listed(params.allowedValues)}` };
  if (keyword === "const")
    return { path, keyword, message: `must be ${JSON.stringify(params.allowedValue)}` };
  const extra = params.additionalProperty ?? params.unevaluatedProperty;
  if (typeof extra === "string") return { path, keyword, message: `${message}, such as '${extra}'` };
  return { path, keyword, message };
}

function listed(values: unknown): string {
  const formatted = asList(values);
  const some = formatted.slice(0, 10).map((value) => JSON.stringify(value));
  return formatted.length > some.length
    ? `${some.join(", ")} … (${formatted.length} in all)`
    : some.join(", ");
}
