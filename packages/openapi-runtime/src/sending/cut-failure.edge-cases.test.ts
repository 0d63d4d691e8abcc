import { expect, test } from "vitest";
import { exampleCall } from "../testing/example-call.test-support.ts";
import { cutFailure } from "./call-failures.ts";

test("a cut for no reason of ours is an abort", () => {
  const limit = { reason: undefined };
  expect(cutFailure(exampleCall("runThing"), limit, false).kind).toBe("aborted");
});
