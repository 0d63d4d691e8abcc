import { expect, test } from "vitest";
import { formatRequest } from "./format-request.ts";
import type { ReceivedRequest } from "./received-request.ts";

const request: ReceivedRequest = {
  number: 1,
  method: "PUT",
  path: "/shelves/7",
  query: "",
  headers: {},
  body: {},
  valid: false,
  scenarios: [],
  requestId: undefined,
  operationId: "replaceShelf",
  status: 400,
  milliseconds: 12.4,
  violations: ["request.body: must have required property 'name'"],
};

test("a line shows method, path, operation, status and time, and a further one each violation", () => {
  expect(formatRequest(request)).toBe(
    "PUT     /shelves/7  replaceShelf  400  12 ms\n        request.body: must have required property 'name'\n",
  );
});

test("an unknown operation, a missing answer and what was played are said", () => {
  const line = formatRequest({
    ...request,
    operationId: undefined,
    status: undefined,
    scenarios: ["reset-after"],
    violations: [],
  });
  expect(line).toBe("PUT     /shelves/7  (no operation)  (no response)  12 ms  [reset-after]\n");
});

test("control characters do not reach the terminal", () => {
  expect(formatRequest({ ...request, violations: ["a\u001b[2Jb\u009bc\nd"] })).toContain("a?[2Jb?c?d\n");
});
