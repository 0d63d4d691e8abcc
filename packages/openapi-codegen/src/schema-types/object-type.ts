import { asObject, childPointer, isJsonObject, type JsonObject } from "@np6/openapi-document";
import { addJSDocComment, tsPropertyIndex } from "openapi-typescript";
import ts from "typescript";
import { CodegenError } from "../codegen-error.ts";
import { anyValue, isAnyValue, noValue, unionOf } from "./type-nodes.ts";

const { factory } = ts;
const text = factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword);

/** Facts about an object's type that its schema does not contain. */
export interface ObjectContext {
  /** Whether a described field is always present. */
  readonly isRequired: (name: string) => boolean;
  /** Fields that are always present although the schema does not describe them. */
  readonly alsoRequired: readonly string[];
  /** Whether other types are part of the object's type, so that a schema without fields adds nothing. */
  readonly isPart: boolean;
  /** Makes the index signature of undescribed fields, if there may be some. */
  readonly undescribed: () => ts.IndexSignatureDeclaration | undefined;
  /** Writes the type of a field. */
  readonly render: (schema: unknown, pointer: string) => ts.TypeNode;
}

/**
 * Writes the objects that a schema describes as one object type.
 *
 * An index signature of TypeScript applies to every field. So the type of undescribed fields (`additionalProperties`,
 * `patternProperties`) has to include the types of the described ones.
 */
export function objectType(schema: JsonObject, pointer: string, context: ObjectContext): ts.TypeNode {
  const { additionalProperties } = schema;
  const fields = describedFields(schema, pointer, context);
  const others = otherFields(schema, pointer, context);
  const unknownFields = additionalProperties === false ? noValue : (others ?? anyValue);
  const extra = context.alsoRequired.map((name) => fieldOf(name, false, unknownFields));
  const members: ts.PropertySignature[] = [...fields, ...extra];
  if (members.length === 0 && others === undefined) {
    if (additionalProperties === false) return record(noValue);
    return context.isPart ? anyValue : record(anyValue);
  }
  if (others !== undefined)
    return factory.createTypeLiteralNode([...members, indexSignature(others, members)]);
  if (fields.length === 0 && !context.isPart && additionalProperties === undefined)
    return factory.createTypeLiteralNode([...members, indexSignature(anyValue, members)]);
  const undescribed =
    fields.length > 0 && additionalProperties === undefined ? context.undescribed() : undefined;
  return factory.createTypeLiteralNode(undescribed === undefined ? members : [...members, undescribed]);
}

function describedFields(
  { properties }: JsonObject,
  pointer: string,
  { isRequired, render }: ObjectContext,
): ts.PropertySignature[] {
  if (properties === undefined) return [];
  const at = childPointer(pointer, "properties");
  if (!isJsonObject(properties)) throw new CodegenError("expected an object of schemas", [{ pointer: at }]);
  return Object.entries(properties).map(([name, schema]) => {
    const field = fieldOf(name, !isRequired(name), render(schema, childPointer(at, name)), schema);
    if (isJsonObject(schema)) addJSDocComment(schema as Parameters<typeof addJSDocComment>[0], field);
    return field;
  });
}

/** Writes the type of undescribed fields; `undefined` when the schema does not restrict them. */
function otherFields(
  { additionalProperties, patternProperties, unevaluatedProperties }: JsonObject,
  pointer: string,
  { render }: ObjectContext,
): ts.TypeNode | undefined {
  const types: ts.TypeNode[] = [];
  const patternsPointer = childPointer(pointer, "patternProperties");
  for (const [pattern, schema] of Object.entries(asObject(patternProperties)))
    types.push(render(schema, childPointer(patternsPointer, pattern)));
  if (additionalProperties !== undefined && additionalProperties !== false)
    types.push(render(additionalProperties, childPointer(pointer, "additionalProperties")));
  else if (additionalProperties === undefined && unevaluatedProperties === true) types.push(anyValue);
  return types.length === 0 ? undefined : unionOf(types);
}

function indexSignature(
  type: ts.TypeNode,
  fields: readonly ts.PropertySignature[],
): ts.IndexSignatureDeclaration {
  const wide = isAnyValue(type)
    ? type
    : unionOf([
        type,
        ...fields.flatMap((field) => field.type ?? []),
        ...(fields.some((field) => field.questionToken !== undefined)
          ? [factory.createKeywordTypeNode(ts.SyntaxKind.UndefinedKeyword)]
          : []),
      ]);
  const key = factory.createParameterDeclaration(undefined, undefined, "key", undefined, text);
  return factory.createIndexSignature(undefined, [key], wide);
}

function fieldOf(
  name: string,
  isOptional: boolean,
  type: ts.TypeNode,
  schema?: unknown,
): ts.PropertySignature {
  const isReadOnly = isJsonObject(schema) && schema.readOnly === true;
  return factory.createPropertySignature(
    isReadOnly ? [factory.createModifier(ts.SyntaxKind.ReadonlyKeyword)] : undefined,
    tsPropertyIndex(name),
    isOptional ? factory.createToken(ts.SyntaxKind.QuestionToken) : undefined,
    type,
  );
}

function record(type: ts.TypeNode): ts.TypeNode {
  return factory.createTypeReferenceNode("Record", [text, type]);
}
