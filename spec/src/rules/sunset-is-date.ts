import { isJsonObject } from "@np6/openapi-document";
import type { Rule, RuleContext } from "./rule.ts";

function check(node: unknown, context: RuleContext): void {
  if (!isJsonObject(node) || node["x-sunset"] === undefined) return;
  const { deprecated, "x-sunset": sunset } = node;
  const isDate =
    typeof sunset === "string" &&
    /^\d{4}-\d{2}-\d{2}$/.test(sunset) &&
    new Date(sunset).toISOString().startsWith(sunset);
  if (deprecated === true && isDate) return;
  context.report({
    message:
      "`x-sunset` is the day on which something deprecated goes. Write it as '2027-06-30', beside `deprecated: true`.",
    location: context.location.child("x-sunset"),
  });
}

/** Requires that `x-sunset` is a date and belongs to something deprecated, because it is displayed and compared. */
export const sunsetIsDate: Rule = () => ({ Operation: check, Parameter: check, Schema: check });
