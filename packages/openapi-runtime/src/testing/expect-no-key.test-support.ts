import { inspect } from "node:util";
import { expect } from "vitest";
import { exampleKey } from "./example-client.test-support.ts";

/** All text that a logger or a person could get from a value, hidden fields and causes included. */
function everyTextOf(value: unknown): string {
  const stacks: unknown[] = [];
  for (let error = value; error instanceof Error; error = error.cause)
    stacks.push(error.stack, error.message);
  return [
    inspect(value, { depth: 12, showHidden: true }),
    JSON.stringify(value),
    String(value),
    ...stacks,
  ].join("\n");
}

/** Fails when the key occurs anywhere: unchanged, or escaped for JSON, a URL or `inspect`. */
export function expectNoKey(value: unknown, key: string = exampleKey): void {
  const text = everyTextOf(value);
  for (const spelling of [
    key,
    JSON.stringify(key).slice(1, -1),
    encodeURIComponent(key),
    inspect(key).slice(1, -1),
  ]) {
    expect(text).not.toContain(spelling);
  }
}
