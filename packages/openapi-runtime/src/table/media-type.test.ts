import { describe, expect, test } from "vitest";
import { findMediaType, mediaTypeEssence } from "./media-type.ts";

describe("a media type", () => {
  test.each([
    ["application/json", "application/json"],
    ["Application/JSON; charset=UTF-8", "application/json"],
    ["  text/plain ;format=flowed", "text/plain"],
  ])("of %j is compared as %j", (value, essence) => {
    expect(mediaTypeEssence(value)).toBe(essence);
  });

  test.each([null, undefined, "", " ", ";charset=utf-8"])("that is missing (%j) is none", (value) => {
    expect(mediaTypeEssence(value)).toBeUndefined();
  });

  test("is found among the declared ones and spelled as the spec spells it", () => {
    expect(findMediaType("APPLICATION/vnd.x-V4;v=1", ["text/plain", "application/vnd.X-v4"])).toBe(
      "application/vnd.X-v4",
    );
  });

  test.each(["application/vnd.x-v5", "application/vnd.x-v4+json", "application/vnd.x-v4, text/html", null])(
    "of %j is not found among others",
    (value) => {
      expect(findMediaType(value, ["application/vnd.x-v4"])).toBeUndefined();
    },
  );
});
