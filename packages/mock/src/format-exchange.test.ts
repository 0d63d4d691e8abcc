import { expect, test } from "vitest";
import { formatExchange } from "./format-exchange.ts";

const exchange = {
  method: "PUT",
  path: "/shelves/7",
  operationId: "replaceShelf",
  status: 400,
  milliseconds: 12.4,
  violations: ["request.body: must have required property 'name'"],
};

test("a line shows method, path, operation, status and time, and a further one each violation", () => {
  expect(formatExchange(exchange)).toBe(
    "PUT     /shelves/7  replaceShelf  400  12 ms\n        request.body: must have required property 'name'\n",
  );
});

test("an unknown operation and a client that went away are said", () => {
  const line = formatExchange({ ...exchange, operationId: undefined, status: undefined, violations: [] });
  expect(line).toBe("PUT     /shelves/7  (no operation)  (client gone)  12 ms\n");
});

test("control characters do not reach the terminal", () => {
  expect(formatExchange({ ...exchange, violations: ["a\u001b[2Jb\u009bc\nd"] })).toContain("a?[2Jb?c?d\n");
});
