import { expect, test } from "vitest";
import { CallProgress } from "./call-progress.ts";
import { defaultCallSettings } from "./call-settings.ts";
import { cutFailure } from "./cut-failure.ts";
import { exampleOperation } from "./example-api.test-support.ts";

test("a cut for no reason of ours is an abort", () => {
  const limit = { reason: undefined };
  const progress = new CallProgress(exampleOperation("runThing"), "k");
  expect(cutFailure(limit, defaultCallSettings, progress, false).kind).toBe("aborted");
});
