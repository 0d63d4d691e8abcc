import { isJsonObject } from "@np6/openapi-document";
import type { Rule, RuleContext } from "./rule.ts";

/** Lists the paths of all strings in a JSON value that are a generator's placeholder. */
function placeholderPaths(value: unknown, path: readonly string[]): readonly (readonly string[])[] {
  if (value === "string") return [path];
  if (Array.isArray(value))
    return value.flatMap((item, index) => placeholderPaths(item, [...path, `${index}`]));
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => placeholderPaths(item, [...path, key]));
}

/** Makes a visitor that searches these members of a node for placeholders. */
function check(members: readonly string[]): (node: unknown, context: RuleContext) => void {
  return (node, context) => {
    if (!isJsonObject(node)) return;
    for (const path of members.flatMap((member) => placeholderPaths(node[member], [member]))) {
      context.report({
        message: 'The placeholder "string" in an example. Write a value that could really occur.',
        location: context.location.child(path),
      });
    }
  };
}

/** Forbids the value `"string"` at any depth: documentation generators insert it for missing examples. */
export const noPlaceholder: Rule = () => ({
  Example: check(["value"]),
  MediaType: check(["example"]),
  Parameter: check(["example"]),
  Header: check(["example"]),
  Schema: check(["example", "examples", "default"]),
});
