import { expect, test } from "vitest";
import { forwardedHeaders } from "./forwarded-headers.ts";

test("headers keep order, spelling and repetition; those of the connection stay behind", () => {
  const raw = ["X-A", "1", "Connection", "keep-alive", "x-a", "2", "Transfer-Encoding", "chunked"];
  expect(forwardedHeaders(raw, {})).toEqual(["X-A", "1", "x-a", "2"]);
});

test("a change replaces a header whatever its case, and undefined removes it", () => {
  expect(forwardedHeaders(["Accept", "a", "Prefer", "b"], { accept: "c", prefer: undefined })).toEqual([
    "accept",
    "c",
  ]);
});
