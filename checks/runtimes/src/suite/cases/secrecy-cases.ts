import { everythingIn } from "../everything-in.ts";
import { expectEqual } from "../expect-equal.ts";
import type { SmokeCase } from "../smoke-case.ts";

/** What all the failures of the cases before have in common. They come last. */
export const secrecyCases: readonly SmokeCase[] = [
  {
    name: "the key is nowhere in any failure (fields, stack, JSON, String, inspect)",
    check: async ({ failures, apiKey, inspect }) => {
      // The cases before make more; with none there would be nothing to look at.
      expectEqual("at least 10 failures", failures.length >= 10 || failures.length, true);
      for (const failure of failures) {
        const shown = `${everythingIn(failure)}\n${inspect?.(failure) ?? ""}`;
        if (shown.includes(apiKey)) throw new Error(`the key is in ${failure.name} (${failure.kind})`);
      }
    },
  },
  {
    name: "both builds (import and require) recognise every failure",
    only: ["Node 20", "Node 22", "Node 24", "Node 26", "Bun", "Deno"],
    check: async ({ failures, isNp6ErrorOfOtherBuild }) => {
      const strangers = failures.filter((failure) => isNp6ErrorOfOtherBuild?.(failure) !== true);
      expectEqual("failures that the other build does not know", strangers.length, 0);
    },
  },
  {
    name: "nothing is left unhandled",
    check: async ({ unhandled, stolen }) => {
      // A round trip later, so that what was dropped had its chance to be reported.
      expectEqual("requests at the other origin", (await stolen()).length, 0);
      expectEqual("unhandled rejections and errors", unhandled(), []);
    },
  },
];
