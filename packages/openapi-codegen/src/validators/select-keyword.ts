import type { JsonType } from "@np6/openapi-document";
import { _, type Code, type CodeKeywordDefinition, type KeywordCxt, Name } from "ajv/dist/2020.js";
import type { ArmCondition } from "./select-arms.ts";

/**
 * The keyword `select` of a prepared schema contains a list of schemas. The schema whose condition in `selectBy` is
 * satisfied applies. If none is, nothing is checked here: the rules beside `select` then report the error.
 *
 * Ajv's own `discriminator` supports neither a branch for unlisted values nor a branch that is not an object.
 */
export const selectKeyword: CodeKeywordDefinition = {
  keyword: "select",
  schemaType: "array",
  implements: ["selectBy"],
  code(cxt: KeywordCxt): void {
    const { gen, data, parentSchema } = cxt;
    const conditions: readonly ArmCondition[] = parentSchema.selectBy;
    // A branch for all other values comes last, so that it needs no list of excluded values.
    const order = [...conditions.keys()].sort((a, b) => rank(conditions[a]) - rank(conditions[b]));
    const valid = gen.let("valid", true);
    gen.if(false);
    for (const index of order) {
      gen.elseIf(conditionCode(data, conditions[index]));
      const armValid = gen.name("valid");
      const arm = cxt.subschema({ keyword: "select", schemaProp: index }, armValid);
      gen.assign(valid, armValid);
      cxt.mergeEvaluated(arm, Name);
    }
    gen.endIf();
    cxt.ok(valid);
  },
};

function rank(condition: ArmCondition | undefined): number {
  return condition?.tag !== undefined && condition.tag.values === undefined ? 1 : 0;
}

function conditionCode(data: Name, condition: ArmCondition | undefined): Code {
  const { types = [], tag } = condition ?? {};
  const ofType = anyOf(types.map((type) => typeCode(data, type)));
  if (tag === undefined) return ofType;
  const property = _`${data}[${tag.property}]`;
  const ofTag =
    tag.values === undefined
      ? _`typeof ${property} == "string"`
      : anyOf(tag.values.map((value) => _`${property} === ${value}`));
  return _`${ofType} && (${ofTag})`;
}

function typeCode(data: Name, type: JsonType): Code {
  if (type === "null") return _`${data} === null`;
  if (type === "array") return _`Array.isArray(${data})`;
  if (type === "object") return _`(${data} && typeof ${data} == "object" && !Array.isArray(${data}))`;
  return _`typeof ${data} == ${type}`;
}

function anyOf(codes: readonly Code[]): Code {
  const [first, ...others] = codes;
  return others.reduce((all, code) => _`${all} || ${code}`, first ?? _`false`);
}
