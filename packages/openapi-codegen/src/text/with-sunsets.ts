import { isJsonObject } from "@np6/openapi-document";

/**
 * Appends the removal date of a deprecated object (`x-sunset`) to its description, which editors show. Objects without
 * a date stay unchanged.
 */
export function withSunsets<Value>(value: Value): Value {
  return worded(value) as Value;
}

function worded(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(worded);
    return items.every((item, index) => item === value[index]) ? value : items;
  }
  if (!isJsonObject(value)) return value;
  const members = Object.entries(value).map(([name, member]) => [name, worded(member)] as const);
  const isChanged = members.some(([name, member]) => member !== value[name]);
  const { deprecated, description, "x-sunset": sunset } = value;
  if (deprecated !== true || typeof sunset !== "string")
    return isChanged ? Object.fromEntries(members) : value;
  const text = typeof description === "string" ? `${description.trimEnd()}\n\n` : "";
  return { ...Object.fromEntries(members), description: `${text}Removed on ${sunset}.` };
}
