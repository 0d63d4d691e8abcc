import {
  ANNOTATION_KEYWORDS,
  inJsonSchema2020,
  isJsonObject,
  type JsonObject,
  pointerTokens,
  referenceTarget,
  type SchemaUses,
  type TableWarning,
} from "@np6/openapi-document";
import { CodegenError } from "../codegen-error.ts";
import { schemaName } from "../schema-types/discriminated-unions.ts";
import { type PreparedSchema, prepareSchema } from "./prepare-schema.ts";

/**
 * The schemas of the bodies. Each is prepared once and has an id, which is a valid function name. Schemas refer to each
 * other by these ids.
 */
export class SchemaLibrary {
  /** Prepared schemas by id, in the order of their first use. */
  readonly schemas: Map<string, PreparedSchema> = new Map();
  /** Location of each schema in the document, by id. */
  readonly pointers: Map<string, string> = new Map();
  /** Names of all properties that the schemas describe or require. */
  readonly propertyNames: Set<string> = new Set();
  readonly #document: JsonObject;
  readonly #uses: SchemaUses;
  readonly #warnings: TableWarning[];
  readonly #ids = new Map<string, string>();

  /** @param document a bundled document */
  constructor(document: JsonObject, uses: SchemaUses, warnings: TableWarning[]) {
    this.#document = document;
    this.#uses = uses;
    this.#warnings = warnings;
  }

  /**
   * Adds the schema of a body and all schemas that it refers to. A schema that is only a reference is replaced by its
   * target; one with the same content as another is replaced by that.
   *
   * @param name its name, if its location in the document contains none
   * @returns its id
   * @throws CodegenError when the schema cannot be checked
   */
  add(pointer: string, name: string): string {
    const target = this.#behindReferences(pointer);
    const known = this.#ids.get(target);
    if (known !== undefined) return known;
    const id = this.#enter(target, schemaName({ $ref: target }) ?? name);
    const text = JSON.stringify(this.schemas.get(id));
    const [same = id] = [...this.schemas].find(([, schema]) => JSON.stringify(schema) === text) ?? [];
    this.#ids.set(target, same);
    return same;
  }

  #refer(reference: string, pointer: string): string {
    if (reference !== "#" && !reference.startsWith("#/")) {
      const reason = `$ref "${reference}" cannot be followed when validators are made; refer to schemas by JSON Pointer, as in "#/components/schemas/Order"`;
      throw new CodegenError(reason, [{ pointer }]);
    }
    if (referenceTarget(this.#document, reference) === undefined) {
      throw new CodegenError(`$ref "${reference}" points at nothing`, [{ pointer }]);
    }
    const target = this.#behindReferences(reference);
    return (
      this.#ids.get(target) ??
      this.#enter(target, schemaName({ $ref: target }) ?? pointerTokens(target).at(-1) ?? "document")
    );
  }

  #enter(pointer: string, name: string): string {
    const id = this.#freeId(functionName(name));
    // The id is entered before the schema is prepared, because a schema may contain itself.
    this.#ids.set(pointer, id);
    this.pointers.set(id, pointer);
    this.schemas.set(id, true);
    const schema = prepareSchema(referenceTarget(this.#document, pointer), pointer, {
      document: this.#document,
      uses: this.#uses,
      refer: (reference, at) => this.#refer(reference, at),
      propertyNames: this.propertyNames,
      warnings: this.#warnings,
    });
    // Ajv generates no function for a boolean schema.
    this.schemas.set(id, typeof schema === "boolean" ? (schema ? {} : { not: {} }) : schema);
    return id;
  }

  #freeId(name: string): string {
    let id = name;
    for (let number = 2; this.pointers.has(id); number += 1) id = `${name}_${number}`;
    return id;
  }

  /** Follows schemas that consist of a `$ref` only. */
  #behindReferences(pointer: string): string {
    const visited = new Set<string>();
    for (let at = pointer; !visited.has(at); ) {
      visited.add(at);
      const node = referenceTarget(this.#document, at);
      const schema = isJsonObject(node) ? inJsonSchema2020(this.#document, node) : {};
      const { $ref, ...others } = schema;
      if (typeof $ref !== "string" || !$ref.startsWith("#/") || !Object.keys(others).every(isAnnotation))
        return at;
      at = $ref;
    }
    throw new CodegenError("this $ref leads back to itself; point it at a schema", [{ pointer }]);
  }
}

/** Makes `validateWorkflowNode` of `workflow node`. Digits alone would conflict with Ajv's own names. */
function functionName(name: string): string {
  const words = name.split(/\s+/).map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `validate${words.join("").replaceAll(/\W/g, "_").replace(/^\d/, "_$&")}`;
}

function isAnnotation(keyword: string): boolean {
  return ANNOTATION_KEYWORDS.has(keyword) || keyword.startsWith("x-");
}
