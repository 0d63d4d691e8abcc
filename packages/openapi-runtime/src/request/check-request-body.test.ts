import { expect, test, vi } from "vitest";
import { exampleApi } from "../testing/example-api.test-support.ts";
import { guardRequestBody } from "./check-request-body.ts";

const operation = { operationId: "runThing", ...exampleApi.operations.runThing } as Parameters<
  typeof guardRequestBody
>[1];

test("a guard is shown what goes out", () => {
  const guard = vi.fn();
  guardRequestBody(guard, operation, '{"a":[1]}');
  expect(guard).toHaveBeenCalledExactlyOnceWith("runThing", { a: [1] });
});

test("what a guard throws refuses the call, and names it", () => {
  const cause = new Error("the list is down");
  const guard = () => {
    throw new Error("not this one.", { cause });
  };
  expect(() => guardRequestBody(guard, operation, "{}")).toThrow(
    expect.objectContaining({
      message: "not this one.",
      cause,
      context: expect.objectContaining({ operationId: "runThing" }),
    }),
  );
});

test("what a caller's serializer made of a body is refused when a guard cannot read it", () => {
  const guard = vi.fn();
  expect(() => guardRequestBody(guard, operation, "a=1")).toThrow("the body is not JSON");
  expect(guard).not.toHaveBeenCalled();
});
