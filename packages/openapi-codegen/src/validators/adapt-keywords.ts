import { _, type Ajv2020, type CodeKeywordDefinition, type KeywordCxt, Name } from "ajv/dist/2020.js";

/** Maximum number of problems per body; after mending these, the user can check again. */
const ENOUGH = 20;

/** Keywords that apply to every element or member of a value. */
const LOOPS = [
  "items",
  "additionalProperties",
  "patternProperties",
  "propertyNames",
  "unevaluatedItems",
  "unevaluatedProperties",
];

/** Maximum number of allowed values in an error. */
const NAMED_VALUES = 10;

/**
 * Changes how Ajv's own keywords report errors, never what they accept:
 *
 * - loops end after enough problems, and inside a union, where only the verdict counts, after the first. Otherwise a
 *   long list of wrong elements would take quadratic time;
 * - `contains` drops the errors of each element, for the same reason;
 * - `enum` and `const` report the allowed values, and do not keep the schema for it;
 * - `oneOf` and `anyOf` report how many errors of their branches precede their own (`arms`), so that these can be left
 *   out.
 */
export function adaptKeywords(ajv: Ajv2020): void {
  for (const keyword of LOOPS) {
    afterEach(ajv, keyword, ({ gen, it }) => {
      const before = it.compositeRule ? gen.const("_errs", errors) : undefined;
      const enough = before === undefined ? _`${errors} >= ${ENOUGH}` : _`${errors} > ${before}`;
      return () => gen.if(enough, () => gen.break());
    });
  }
  afterEach(ajv, "contains", (cxt) => () => cxt.reset());
  definitionOf(ajv, "enum").error = { message: ({ schema }) => `must be ${listed(schema)}`, params: _`{}` };
  definitionOf(ajv, "const").error = {
    message: ({ schema }) => `must be ${listed([schema])}`,
    params: _`{}`,
  };
  for (const keyword of ["oneOf", "anyOf"]) {
    const definition = definitionOf(ajv, keyword);
    const { message = keyword } = definition.error ?? {};
    definition.error = { message, params: ({ errsCount }) => _`{arms: ${errors} - ${errsCount ?? 0}}` };
  }
}

const errors = new Name("errors");

function definitionOf(ajv: Ajv2020, keyword: string): CodeKeywordDefinition {
  const definition = ajv.getKeyword(keyword);
  if (typeof definition === "object" && "code" in definition) return definition;
  throw new Error(`Ajv has no code for the keyword "${keyword}"`);
}

/**
 * Adds code to the end of the loop of a keyword; nested loops belong to other keywords, which are adapted themselves.
 *
 * @param prepare writes the code before the loop, and returns a function that writes the end of its body
 */
function afterEach(ajv: Ajv2020, keyword: string, prepare: (cxt: KeywordCxt) => () => void): void {
  const definition = definitionOf(ajv, keyword);
  const { code } = definition;
  definition.code = (cxt, type) => {
    const { gen } = cxt;
    const { forRange, forIn } = gen;
    const restore = (): void => void Object.assign(gen, { forRange, forIn });
    const end = prepare(cxt);
    const extended = (body: (item: Name) => void) => (item: Name) => {
      restore();
      body(item);
      end();
    };
    gen.forRange = (name, from, to, body, kind) => forRange.call(gen, name, from, to, extended(body), kind);
    gen.forIn = (name, value, body, kind) => forIn.call(gen, name, value, extended(body), kind);
    code(cxt, type);
    restore();
  };
}

function listed(values: readonly unknown[]): string {
  const named = values.slice(0, NAMED_VALUES).map((value) => JSON.stringify(value));
  if (values.length > named.length) return `one of ${named.join(", ")} … (${values.length} in all)`;
  return named.length === 1 ? `${named}` : `one of ${named.join(", ")}`;
}
