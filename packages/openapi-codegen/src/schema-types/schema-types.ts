import {
  asList,
  asObject,
  childPointer,
  describedTypes,
  inJsonSchema2020,
  isBinaryString,
  isDemanded,
  isJsonObject,
  type JsonObject,
  type JsonType,
  listedValues,
  ownTypes,
  pointerTokens,
  referenceTarget,
  type SchemaUse,
  type SchemaUses,
} from "@np6/openapi-document";
import { tsLiteral } from "openapi-typescript";
import ts from "typescript";
import { CodegenError } from "../codegen-error.ts";
import { arrayType } from "./array-type.ts";
import { acceptsAnything, includes, isContradiction, list, type Types } from "./described-together.ts";
import { isOtherString, schemaName } from "./discriminated-unions.ts";
import { isFile, isTextFile } from "./file-parts.ts";
import { objectType } from "./object-type.ts";
import { pinnedField } from "./pinned-values.ts";
import { anyValue, intersectionOf, isAnyValue, noValue, unionOf } from "./type-nodes.ts";
import { undescribedFields, unrecognizedNumber, unrecognizedString } from "./unrecognized.ts";

const { factory } = ts;
const { SyntaxKind } = ts;

/** The schemas that describe one value together: an allOf with all its nested parts. */
interface Whole {
  readonly root: JsonObject;
  /** Names that any of them requires. */
  readonly required: ReadonlySet<string>;
  /** Fields that any of them describes. */
  readonly described: ReadonlySet<string>;
  /** The JSON types of the value; `undefined` when none is stated. */
  readonly types: Types;
}

/** The schemas around a schema that apply to the same value. */
interface Surroundings {
  /** For a part of an allOf: the whole allOf. */
  readonly whole?: Whole;
  /** For a branch of oneOf or anyOf: the JSON types stated beside it. */
  readonly outer?: Types;
  readonly isPart?: boolean;
}

/** The context of the type for a schema's own keywords. */
interface OwnContext {
  readonly use: SchemaUse | undefined;
  readonly whole: Whole;
  /** Whether the schema is the whole itself, not a part. */
  readonly isRoot: boolean;
  /** Whether another schema describes the same value. */
  readonly isPart: boolean;
  /** Whether that other schema already states the types. */
  readonly isSaid: boolean;
}

const BARE = { isRequired: () => false, alsoRequired: [], isPart: false, undescribed: () => undefined };

/**
 * Writes the types of schemas, as JSON Schema 2020-12 or OpenAPI 3.0 define them. All keywords of a schema apply
 * together. So its own keywords, its `$ref`, each part of allOf, and the union of oneOf or anyOf form an intersection.
 */
export class SchemaTypes {
  /** Names of the marker types for unlisted values that the output uses so far. */
  readonly used: Set<string> = new Set();
  readonly #document: JsonObject;
  readonly #uses: SchemaUses;
  readonly #names: ReadonlyMap<string, string>;

  /**
   * @param document a bundled document
   * @param names type names by the pointer of a schema, if it has one
   */
  constructor(document: JsonObject, uses: SchemaUses, names: ReadonlyMap<string, string>) {
    this.#document = document;
    this.#uses = uses;
    this.#names = names;
  }

  /**
   * Writes the type of the schema at a pointer.
   *
   * @throws CodegenError when there is no schema
   */
  typeOf(schema: unknown, pointer: string): ts.TypeNode {
    return this.#typeOf(schema, pointer);
  }

  /** Writes the type of a component schema, including the discriminator values that its base schemas assign to it. */
  typeOfComponent(name: string, schema: unknown, pointer: string): ts.TypeNode {
    const pins = this.#basesOf(schema).flatMap((base) => pinnedField(this.#document, name, base) ?? []);
    return intersectionOf([this.typeOf(schema, pointer), ...pins]);
  }

  #typeOf(
    schema: unknown,
    pointer: string,
    { whole, outer, isPart = false }: Surroundings = {},
  ): ts.TypeNode {
    if (schema === true) return anyValue;
    if (schema === false) return noValue;
    if (!isJsonObject(schema))
      throw new CodegenError("expected a schema: an object or a boolean", [{ pointer }]);
    const source = inJsonSchema2020(this.#document, schema);
    const { $ref, allOf, anyOf, oneOf, ...own } = source;
    if (acceptsAnything(own.not)) return noValue;
    const all = whole ?? this.#wholeOf(source, outer);
    // The intersection of a string and an object without required fields, for example, would accept both.
    const stated = describedTypes(this.#document, source, "stated");
    if (whole === undefined && isContradiction(stated, outer)) return noValue;
    const parts: ts.TypeNode[] = [];
    if ($ref !== undefined) parts.push(this.#referred($ref, childPointer(pointer, "$ref")));
    const partsPointer = childPointer(pointer, "allOf");
    for (const [index, part] of list(allOf, partsPointer).entries())
      parts.push(this.#typeOf(part, childPointer(partsPointer, index), { whole: all, isPart: true }));
    for (const [keyword, arms] of Object.entries({ anyOf, oneOf })) {
      const at = childPointer(pointer, keyword);
      const types = list(arms, at).map((arm, index) =>
        this.#armOf(source, arm, childPointer(at, index), all.types),
      );
      if (types.length > 0) parts.push(unionOf(types));
    }
    const others = parts.filter((part) => !isAnyValue(part));
    const types =
      others.length === 0 ? undefined : describedTypes(this.#document, { $ref, allOf, anyOf, oneOf });
    const isSaid = types !== undefined && includes(ownTypes(own), types);
    const added = this.#ownType(own, pointer, {
      use: this.#uses.get(schema),
      whole: all,
      isRoot: whole === undefined,
      isPart: isPart || isSaid,
      isSaid,
    });
    // Bases come first, then the additions of this schema, like in a class.
    const comesLast = $ref !== undefined || allOf !== undefined;
    const type = intersectionOf(comesLast ? [...others, added] : [added, ...others]);
    if (whole !== undefined || !isAnyValue(type) || stated === undefined) return type;
    return unionOf([...stated].map((one) => this.#bareType(one)));
  }

  #referred(reference: unknown, pointer: string): ts.TypeNode {
    if (typeof reference !== "string" || !/^#(?:\/|$)/.test(reference)) {
      const reason = `$ref "${reference}" cannot be followed; refer to schemas by JSON Pointer, as in "#/components/schemas/Order"`;
      throw new CodegenError(reason, [{ pointer }]);
    }
    const name = this.#names.get(canonical(reference));
    if (name !== undefined && referenceTarget(this.#document, reference) !== undefined)
      return factory.createTypeReferenceNode(name);
    throw new CodegenError(`$ref "${reference}" points at nothing`, [{ pointer }]);
  }

  #armOf(union: JsonObject, arm: unknown, pointer: string, outer: Types): ts.TypeNode {
    const isPart = union.properties !== undefined || union.allOf !== undefined;
    const type = this.#typeOf(arm, pointer, { outer, isPart });
    const name = schemaName(arm);
    if (name === undefined || !isJsonObject(union.discriminator)) return type;
    const { propertyName } = union.discriminator;
    const target = isJsonObject(arm) ? referenceTarget(this.#document, String(arm.$ref)) : undefined;
    const isPinned = this.#basesOf(target).some(
      ({ discriminator }) => isJsonObject(discriminator) && discriminator.propertyName === propertyName,
    );
    const pin = isPinned ? undefined : pinnedField(this.#document, name, union);
    return pin === undefined ? type : intersectionOf([type, pin]);
  }

  /** Lists the base schemas in allOf that have a discriminator for their subtypes, nearest first. */
  #basesOf(schema: unknown, visited: readonly unknown[] = []): JsonObject[] {
    if (!isJsonObject(schema) || visited.includes(schema)) return [];
    return list(schema.allOf).flatMap((part) => {
      if (schemaName(part) === undefined || !isJsonObject(part)) return [];
      const base = referenceTarget(this.#document, String(part.$ref));
      if (!isJsonObject(base)) return [];
      // The discriminator of a union identifies its branches, not the schemas that include the union.
      const own = base.discriminator !== undefined && !base.oneOf && !base.anyOf ? [base] : [];
      return [...own, ...this.#basesOf(base, [...visited, schema])];
    });
  }

  #wholeOf(root: JsonObject, outer: Types): Whole {
    const required = new Set<string>();
    const described = new Set<string>();
    const read = (part: unknown): void => {
      if (!isJsonObject(part)) return;
      const { allOf, properties, required: names } = inJsonSchema2020(this.#document, part);
      for (const name of asList(names)) required.add(String(name));
      for (const name of Object.keys(asObject(properties))) described.add(name);
      for (const inner of list(allOf)) read(inner);
    };
    read(root);
    return { root, required, described, types: describedTypes(this.#document, root, "stated") ?? outer };
  }

  #ownType(schema: JsonObject, pointer: string, context: OwnContext): ts.TypeNode {
    const { use, whole, isRoot, isPart, isSaid } = context;
    const values = listedValues(schema);
    if (values !== undefined) return this.#oneOfValues(values, schema, use);
    const isRequired = (name: string): boolean =>
      whole.required.has(name) && isDemanded(this.#document, name, [whole.root], use);
    const alsoRequired = isRoot
      ? [...whole.required].filter((name) => !whole.described.has(name) && isRequired(name))
      : [];
    const types = new Set(ownTypes(schema) ?? this.#typesOfStrings(schema, use));
    if (alsoRequired.length > 0 && schema.type === undefined) types.add("object");
    // A rule for objects only accepts all other values.
    if (schema.type === undefined && types.size > 0) for (const type of whole.types ?? []) types.add(type);
    const alternatives = [...types].map((type): ts.TypeNode => {
      if (type === "array") {
        const hasElements = schema.items !== undefined || schema.prefixItems !== undefined;
        return isSaid && !hasElements
          ? anyValue
          : arrayType(schema, pointer, (item, at) => this.typeOf(item, at));
      }
      if (type !== "object") return this.#plainType(type, schema, use);
      return objectType(schema, pointer, {
        isRequired,
        alsoRequired,
        isPart,
        undescribed: () => this.#undescribed(use, schema),
        render: (field, at) => this.typeOf(field, at),
      });
    });
    return alternatives.length === 0 || (isSaid && alternatives.every(isBare))
      ? anyValue
      : unionOf(alternatives);
  }

  /** A binary part without a type is a string. */
  #typesOfStrings(schema: JsonObject, use: SchemaUse | undefined): readonly JsonType[] {
    return use?.part === true && (use.file || isFile(schema)) ? ["string"] : [];
  }

  #bareType(type: JsonType): ts.TypeNode {
    if (type === "object") return objectType({}, "", { ...BARE, render: () => anyValue });
    return type === "array" ? factory.createArrayTypeNode(anyValue) : this.#plainType(type, {}, undefined);
  }

  #plainType(type: string, schema: JsonObject, use: SchemaUse | undefined): ts.TypeNode {
    if (type === "null") return factory.createLiteralTypeNode(factory.createNull());
    if (type === "number") return factory.createKeywordTypeNode(SyntaxKind.NumberKeyword);
    if (type === "boolean") return factory.createKeywordTypeNode(SyntaxKind.BooleanKeyword);
    if (type !== "string") return anyValue;
    if (isOtherString({ ...schema, type })) return this.#marker(unrecognizedString);
    const isBytes = use === undefined ? isBinaryString(schema) : use.part && (use.file || isFile(schema));
    if (isBytes) {
      const file = factory.createTypeReferenceNode("Blob");
      const isText = use?.value === true || (use !== undefined && !use.file && isTextFile(schema));
      return isText ? unionOf([file, factory.createKeywordTypeNode(SyntaxKind.StringKeyword)]) : file;
    }
    return factory.createKeywordTypeNode(SyntaxKind.StringKeyword);
  }

  #oneOfValues(values: readonly unknown[], schema: JsonObject, use: SchemaUse | undefined): ts.TypeNode {
    const types = values.map((value) => tsLiteral(value));
    // A list with one value is a constant, such as a discriminator, which never gets another value.
    if (use?.open === true && values.length > 1 && !Object.hasOwn(schema, "const")) {
      if (values.some((value) => typeof value === "string")) types.push(this.#marker(unrecognizedString));
      if (values.some((value) => typeof value === "number")) types.push(this.#marker(unrecognizedNumber));
    }
    return unionOf(types);
  }

  #undescribed(use: SchemaUse | undefined, schema: JsonObject): ts.IndexSignatureDeclaration | undefined {
    if (use?.open !== true || schema.unevaluatedProperties === false) return undefined;
    this.used.add(unrecognizedString);
    return undescribedFields();
  }

  #marker(name: string): ts.TypeNode {
    this.used.add(name);
    return factory.createTypeReferenceNode(name);
  }
}

/** Normalizes a pointer to the form of `childPointer`. */
function canonical(pointer: string): string {
  return pointerTokens(pointer).reduce(childPointer, "#");
}

/** Whether a type states the kind of value only. */
function isBare({ kind }: ts.TypeNode): boolean {
  return (
    ts.isLiteralTypeNode({ kind } as ts.Node) ||
    (kind >= SyntaxKind.FirstKeyword && kind <= SyntaxKind.LastKeyword)
  );
}
