import { Refusal } from "../failures/refusal.ts";

/** Marks a function that makes a fetch. Passed uncalled as `fetch`, it would look like a failed connection. */
export const fetchFactoryMark: unique symbol = Symbol.for("@np6/openapi-runtime/fetch-factory");

/**
 * Refuses a value that cannot be a fetch.
 * @throws Refusal that states the rule
 */
export function checkFetch(fetch: unknown): void {
  if (fetch === undefined) return;
  if (typeof fetch !== "function") throw new Refusal("`fetch` must be a function.");
  if (!(fetchFactoryMark in fetch)) return;
  throw new Refusal(
    `\`fetch\` is ${fetch.name || "a function"} itself, which makes a fetch; call it: \`fetch: ${fetch.name}()\`.`,
  );
}
