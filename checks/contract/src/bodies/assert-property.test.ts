import * as fc from "fast-check";
import { expect, test } from "vitest";
import { assertProperty, fuzzSettings } from "./assert-property.test-support.ts";

test("a property that holds passes, after as many tries as were asked for", async () => {
  let tries = 0;
  await assertProperty(fc.integer(), () => {
    tries += 1;
  });
  expect(tries).toBe(fuzzSettings.numRuns);
});

test("a failure shows a small input, the reason, and how to see it again", async () => {
  const names = fc.record({ name: fc.string(), other: fc.integer() }, { requiredKeys: [] });
  const property = assertProperty(names, async ({ name }) => {
    if (name !== undefined) throw new Error("it has a name");
  });
  await expect(property).rejects.toThrow(
    `this fails: {"name":""}\nit has a name\nTo see it again: NP6_FUZZ_SEED=${fuzzSettings.seed} `,
  );
});
