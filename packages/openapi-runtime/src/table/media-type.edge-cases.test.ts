import { expect, test } from "vitest";
import { findMediaType } from "./media-type.ts";

test("a missing Content-Type is no declared type, not even an empty one", () => {
  expect(findMediaType(null, [""])).toBeUndefined();
});
