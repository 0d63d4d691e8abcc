import { isJsonObject } from "@np6/openapi-document";
import type { Rule, RuleContext } from "./rule.ts";

/** Keywords that describe the content of an object. */
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
 * Forbids `type: object` without a description of its content. openapi-typescript converts it to `Record<string,
 * never>`, an object without any members.
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
