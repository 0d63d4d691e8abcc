import { Refusal } from "../failures/refusal.ts";

/** On a function that makes a fetch and is none: given uncalled, it would look like a connection that failed. */
export const fetchFactoryMark: unique symbol = Symbol.for("@np6/openapi-runtime/fetch-factory");

/**
 * Refuses what cannot be a fetch.
 * @throws Refusal that says what is expected
 */
export function checkFetch(fetch: unknown): void {
  if (fetch === undefined) return;
  if (typeof fetch !== "function") throw new Refusal("`fetch` must be a function.");
  if (!(fetchFactoryMark in fetch)) return;
  throw new Refusal(
    `\`fetch\` is ${fetch.name || "a function"} itself, which makes a fetch; call it: \`fetch: ${fetch.name}()\`.`,
  );
}
