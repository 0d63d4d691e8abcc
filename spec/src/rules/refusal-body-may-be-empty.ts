import { isJsonObject } from "@np6/openapi-document";
import type { Rule, RuleContext } from "./rule.ts";

/**
 * Requires `x-body-may-be-empty: true` or `false` on every error response (4xx and 5xx). The API often sends errors
 * without the documented body. OpenAPI cannot express that, but code that reads the body depends on it.
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
