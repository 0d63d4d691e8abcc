import { isJsonObject } from "@np6/openapi-document";
import type { Rule, RuleContext, RuleLocation } from "./rule.ts";

const grades: readonly unknown[] = ["reference", "observed", "assumed"];

/** Reports a node without a valid grade, and a note that is not text. */
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

/** A schema with a name: a file of its own, or an entry of components/schemas. */
const namedSchema = /^#\/?$|^#\/components\/schemas\/[^/]+$/;

/**
 * Demands `x-source` on everything that states a fact. Schemas without a name (of items, of a media type) take the
 * grade of what they stand in. A property never does, so that nobody adds a guess to a schema of the reference unseen.
 * A property that is a `$ref` carries its own grade beside it.
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
