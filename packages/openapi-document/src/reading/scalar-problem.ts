import { describeValue } from "../pointer/describe-value.ts";

/** Describes why a value is not the expected text, flag or number; `undefined` if it is. */
export function scalarProblem(
  node: unknown,
  rule: "text" | "flag" | "number",
  key: string,
): string | undefined {
  const found = describeValue(node);
  if (rule === "text") {
    if (typeof node === "string") return undefined;
    const wayOut =
      typeof node === "number" || typeof node === "boolean" ? "quote it" : "write a text, or leave it out";
    return `${key} must be a string, and is ${found}; ${wayOut}`;
  }
  if (typeof node === (rule === "flag" ? "boolean" : "number")) return undefined;
  const kind = rule === "flag" ? "true or false" : "a number";
  return `${key} must be ${kind}, and is ${found}; write it without quotes, or leave it out`;
}

/** Describes why a value is not the expected list or object. */
export function shapeProblem(node: unknown, shape: "a list" | "an object", key: string): string {
  return `${key} must be ${shape}, and is ${describeValue(node)}; write ${shape}, or leave it out`;
}
