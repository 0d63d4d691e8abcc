import { isJsonObject } from "@np6/openapi-document";
import type { Rule, RuleContext } from "./rule.ts";

/** Error statuses of every operation. */
const always = ["400", "401", "403", "404", "429", "500"];

/** Lists further error statuses: a read causes no conflict, and without a request body no media type is wrong. */
function furtherRefusals(method: string, operation: Readonly<Record<string, unknown>>): readonly string[] {
  return [...(method === "get" ? [] : ["409"]), ...("requestBody" in operation ? ["415"] : [])];
}

/** Requires the error responses that an operation can return. More may be documented. */
export const refusalsDocumented: Rule = () => ({
  PathItem(node: unknown, context: RuleContext): void {
    if (!isJsonObject(node)) return;
    for (const method of ["get", "put", "post", "delete", "patch"]) {
      const operation = node[method];
      if (!isJsonObject(operation) || !isJsonObject(operation.responses)) continue;
      const documented = Object.keys(operation.responses);
      const missing = [...always, ...furtherRefusals(method, operation)].filter(
        (status) => !documented.includes(status),
      );
      if (missing.length === 0) continue;
      context.report({
        message: `The operation does not document ${missing.join(", ")}. Add each as a $ref to components/responses.`,
        location: context.location.child([method, "responses"]),
      });
    }
  },
});
