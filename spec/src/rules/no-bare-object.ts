import { isJsonObject } from "@np6/openapi-document";
import type { Rule, RuleContext } from "./rule.ts";

/** Any of these says what an object may contain. */
const contentKeywords: readonly string[] = [
  "properties",
  "additionalProperties",
  "patternProperties",
  "unevaluatedProperties",
  "allOf",
  "anyOf",
  "oneOf",
  "$ref",
];

/**
 * Forbids a schema that says `type: object` and nothing of its content. openapi-typescript makes of it `Record<string,
 * never>`, an object that may have no member at all.
 */
export const noBareObject: Rule = () => ({
  Schema(node: unknown, context: RuleContext): void {
    if (!isJsonObject(node) || ![node.type].flat().includes("object")) return;
    if (contentKeywords.some((keyword) => keyword in node)) return;
    context.report({
      message:
        "An object schema that says nothing of its content. Add its `properties`, or `additionalProperties: true` " +
        "when it is free-form.",
    });
  },
});
