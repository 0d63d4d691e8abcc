import { isJsonObject } from "@np6/openapi-document";
import type { Rule, RuleContext } from "./rule.ts";

/**
 * Demands `x-body-may-be-empty: true` or `false` on every refusal (4xx and 5xx). OpenAPI cannot say that a documented
 * body may be missing, yet the API often refuses without one, and who reads a body must know.
 */
export const refusalBodyMayBeEmpty: Rule = () => ({
  Responses(node: unknown, context: RuleContext): void {
    if (!isJsonObject(node)) return;
    for (const [status, response] of Object.entries(node)) {
      const resolved = context.resolve(response).node;
      if (
        !/^[45]/.test(status) ||
        !isJsonObject(resolved) ||
        typeof resolved["x-body-may-be-empty"] === "boolean"
      )
        continue;
      context.report({
        message: `The refusal ${status} does not say whether its body may be empty. Add \`x-body-may-be-empty: true\` to it.`,
        location: context.location.child(status),
      });
    }
  },
});
