import { expect, test } from "vitest";
import { checkContentLength } from "./check-content-length.ts";

test.each(["POST", "PUT", "PATCH"])("%s without a Content-Length is refused with 411", (method) => {
  expect(checkContentLength(method, undefined)).toMatchObject({
    status: 411,
    detail: expect.stringContaining(method),
  });
});

test("a length, also of 0, is enough, and GET and DELETE need none", () => {
  expect(checkContentLength("POST", "0")).toBeUndefined();
  expect(checkContentLength("GET", undefined)).toBeUndefined();
  expect(checkContentLength("DELETE", undefined)).toBeUndefined();
});
