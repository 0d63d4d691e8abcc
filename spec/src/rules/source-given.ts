import { isJsonObject } from "@np6/openapi-document";
import type { Rule, RuleContext, RuleLocation } from "./rule.ts";

const grades: readonly unknown[] = ["reference", "observed", "assumed"];

/** Reports a node without a valid grade, and a note that is not a text. */
function checkSource(node: unknown, what: string, location: RuleLocation, context: RuleContext): void {
  if (!isJsonObject(node)) return;
  if (!grades.includes(node["x-source"])) {
    const problem =
      "x-source" in node ? `has an unknown x-source ${JSON.stringify(node["x-source"])}` : "has no x-source";
    context.report({
      message: `The ${what} ${problem}. Say where the fact comes from: reference, observed or assumed.`,
      location,
    });
  }
  const note = node["x-source-note"];
  if (note !== undefined && (typeof note !== "string" || note.trim() === "")) {
    context.report({
      message: `The x-source-note of the ${what} is not a sentence. Write one, or leave it out.`,
      location: location.child("x-source-note"),
    });
  }
}

function check(what: string): (node: unknown, context: RuleContext) => void {
  return (node, context) => checkSource(node, what, context.location, context);
}

/** Matches the pointer to a named schema: a whole file, or an entry of components/schemas. */
const namedSchema = /^#\/?$|^#\/components\/schemas\/[^/]+$/;

/**
 * Requires `x-source` on every statement of a fact. Unnamed schemas (of items, of a media type) inherit the grade of
 * the object around them. Properties do not, so that a guess in a schema of the reference is noticed. A property that
 * is a `$ref` has its own grade beside it.
 */
export const sourceGiven: Rule = () => ({
  Operation: check("operation"),
  Parameter: check("parameter"),
  RequestBody: check("request body"),
  Response: check("response"),
  Header: check("header"),
  Example: check("example"),
  SecurityScheme: check("security scheme"),
  Schema(node: unknown, context: RuleContext): void {
    if (namedSchema.test(context.location.pointer)) checkSource(node, "schema", context.location, context);
  },
  SchemaProperties(node: unknown, context: RuleContext): void {
    if (!isJsonObject(node)) return;
    for (const [name, property] of Object.entries(node)) {
      checkSource(property, `property ${name}`, context.location.child(name), context);
    }
  },
});
