import { isJsonObject, type JsonObject, referenceTarget } from "@np6/openapi-document";
import { textOf } from "./described-operation.ts";
import { markOf } from "./mark-of.ts";

/** Largest nesting of objects that is written out. */
const deepest = 3;

/** Describes a schema in the notation of TypeScript, and marks its undocumented parts. @returns lines */
export function describeSchema(document: JsonObject, schema: unknown): string[] {
  return new Shape(document).lines(schema, 0, []);
}

class Shape {
  readonly #document: JsonObject;

  constructor(document: JsonObject) {
    this.#document = document;
  }

  lines(node: unknown, depth: number, within: readonly unknown[]): string[] {
    if (!isJsonObject(node)) return ["any"];
    const { schema, name } = this.#followed(node);
    if (within.includes(schema)) return [name ?? "…"];
    const inside = [...within, schema];
    const variants = schema.oneOf ?? schema.anyOf;
    if (Array.isArray(variants)) return this.#variants(variants, depth, inside);
    if (Array.isArray(schema.allOf)) return this.lines(this.#merged(schema, schema.allOf), depth, inside);
    if (schema.const !== undefined) return [JSON.stringify(schema.const)];
    if (Array.isArray(schema.enum)) return [schema.enum.map((value) => JSON.stringify(value)).join(" | ")];
    if (isJsonObject(schema.properties)) {
      if (depth >= deepest) return [name ?? "{ … }"];
      return this.#object(schema, schema.properties, depth, inside);
    }
    if (isJsonObject(schema.items)) return wrapped("[", this.lines(schema.items, depth, inside), ", …]");
    return [typeName(schema)];
  }

  #object(schema: JsonObject, properties: JsonObject, depth: number, within: readonly unknown[]): string[] {
    const required = Array.isArray(schema.required) ? schema.required : [];
    const members = Object.entries(properties).flatMap(([name, node]) => {
      if (!isJsonObject(node)) return [];
      const [first = "any", ...rest] = this.lines(node, depth + 1, within);
      const described = { ...this.#followed(node).schema, ...node };
      const notes = [firstSentence(textOf(described, "description")), markOf(node)].filter(
        (note) => note !== "",
      );
      const comment = notes.length === 0 ? "" : `  // ${notes.join(" ")}`;
      const optional = required.includes(name) ? "" : "?";
      const head = `  ${name}${optional}: ${first}`;
      if (rest.length === 0) return [`${head}${comment}`];
      return [`${head}${comment}`, ...rest.map((line) => `  ${line}`)];
    });
    const open = schema.additionalProperties === true ? ["  …  // any other property"] : [];
    return ["{", ...members, ...open, "}"];
  }

  #variants(variants: readonly unknown[], depth: number, within: readonly unknown[]): string[] {
    const described = variants.map((variant) => this.lines(variant, depth, within));
    if (described.every((lines) => lines.length === 1)) return [[...new Set(described.flat())].join(" | ")];
    return described.flatMap((lines, index) => (index === 0 ? lines : ["or", ...lines]));
  }

  /** Merges the schemas of an `allOf`. */
  #merged(schema: JsonObject, parts: readonly unknown[]): JsonObject {
    const schemas = [schema, ...parts.filter(isJsonObject).map((part) => this.#followed(part).schema)];
    const flat = schemas.flatMap((part) => {
      const merged = Array.isArray(part.allOf) && part !== schema ? this.#merged(part, part.allOf) : part;
      return [merged];
    });
    const { allOf: _, ...rest } = Object.assign({}, ...flat) as JsonObject;
    return {
      ...rest,
      properties: Object.assign({}, ...flat.map(({ properties }) => properties)),
      required: flat.flatMap(({ required }) => (Array.isArray(required) ? required : [])),
    };
  }

  /** Follows a schema's references. It also returns the last name on the way. */
  #followed(node: JsonObject): { schema: JsonObject; name: string | undefined } {
    let [schema, name]: [JsonObject, string | undefined] = [node, undefined];
    for (let hops = 0; typeof schema.$ref === "string" && hops < 32; hops += 1) {
      name = schema.$ref.split("/").at(-1);
      const target = referenceTarget(this.#document, schema.$ref);
      if (!isJsonObject(target)) break;
      schema = target;
    }
    return { schema, name };
  }
}

function typeName({ type, format }: JsonObject): string {
  const types = Array.isArray(type) ? type.join(" | ") : typeof type === "string" ? type : "any";
  return typeof format === "string" ? `${types} (${format})` : types;
}

function wrapped(start: string, lines: readonly string[], end: string): string[] {
  const [first = "any", ...rest] = lines;
  if (rest.length === 0) return [`${start}${first}${end}`];
  return [`${start}${first}`, ...rest.slice(0, -1), `${rest.at(-1)}${end}`];
}

/** Returns the first sentence, which is enough in a list. */
const firstSentence = (text: string): string => /^.*?[.](?=\s|$)/s.exec(text)?.[0] ?? text;
