import { expectEqual } from "../expect-equal.ts";
import { checks, type SmokeCase } from "../smoke-case.ts";

/**
 * Collects all text in a value: own properties of every kind at any depth, and the results of getters, `String` and
 * `JSON.stringify`.
 */
function serializeAll(value: unknown): string {
  const texts: string[] = [];
  const seen = new Set<object>();
  const visit = (part: unknown): void => {
    if (typeof part !== "object" || part === null) {
      texts.push(String(part));
      return;
    }
    if (seen.has(part)) return;
    seen.add(part);
    texts.push(String(part), JSON.stringify(part) ?? "");
    // Up to the language's own prototypes, because `name` and similar properties are getters of the classes.
    for (let owner: object | null = part; owner !== null; owner = Object.getPrototypeOf(owner)) {
      if (owner === Object.prototype || owner === Array.prototype) break;
      for (const name of Reflect.ownKeys(owner)) {
        texts.push(String(name));
        visit(Reflect.get(owner, name, part));
      }
    }
  };
  visit(value);
  return texts.join("\n");
}

/** Checks on all failures of the earlier cases, so they come last. */
export const secrecyCases: readonly SmokeCase[] = [
  checks(
    "the key is nowhere in any failure (fields, stack, JSON, String, inspect)",
    async ({ failures, apiKey, inspect }) => {
      // The earlier cases cause more failures; without any, nothing would be checked.
      expectEqual("at least 10 failures", failures.length >= 10 || failures.length, true);
      for (const failure of failures) {
        const shown = `${serializeAll(failure)}\n${inspect?.(failure) ?? ""}`;
        if (shown.includes(apiKey)) throw new Error(`the key is in ${failure.name} (${failure.kind})`);
      }
    },
  ),
  {
    name: "both builds (import and require) recognise every failure",
    only: ["Node 20", "Node 22", "Node 24", "Node 26", "Bun", "Deno"],
    check: async ({ failures, isNp6ErrorOfOtherBuild }) => {
      const unrecognized = failures.filter((failure) => isNp6ErrorOfOtherBuild?.(failure) !== true);
      expectEqual("failures that the other build does not know", unrecognized.length, 0);
    },
  },
  checks("nothing is left unhandled", async ({ unhandled, stolen }) => {
    // One round trip later, so that dropped promises could be reported.
    expectEqual("requests at the other origin", (await stolen()).length, 0);
    expectEqual("unhandled rejections and errors", unhandled(), []);
  }),
];
