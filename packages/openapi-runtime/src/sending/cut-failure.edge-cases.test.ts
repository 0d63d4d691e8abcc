import { expect, test } from "vitest";
import { defaultCallSettings } from "../options/call-settings.ts";
import { exampleOperation } from "../testing/example-api.test-support.ts";
import { CallProgress } from "./call-progress.ts";
import { cutFailure } from "./cut-failure.ts";

test("a cut for no reason of ours is an abort", () => {
  const limit = { reason: undefined };
  const progress = new CallProgress(exampleOperation("runThing"), "k");
  expect(cutFailure(limit, defaultCallSettings, progress, false).kind).toBe("aborted");
});
