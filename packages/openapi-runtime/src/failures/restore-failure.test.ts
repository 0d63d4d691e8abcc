import { describe, expect, test } from "vitest";
import { fieldsInStack, hasFailureFields, restoreFailure } from "./restore-failure.ts";

const fields = {
  name: "HttpError",
  kind: "http",
  attempts: 1,
  outcomeUnknown: true,
  next: "check",
  operationId: "runThing",
  method: "POST",
  path: "/things/{id}",
  status: 500,
};
const message = "runThing (POST /things/{id}): status 500.";
const { name: _name, ...others } = fields;

describe("the fields of a failure", () => {
  test("are known when all are there", () => {
    expect(hasFailureFields(fields)).toBe(true);
  });

  test.each<[string, unknown]>([
    ["nothing", undefined],
    ["null", null],
    ["a text", "http"],
    ["no kind", { ...fields, kind: undefined }],
    ["a kind that is no text", { ...fields, kind: 1 }],
    ["no attempts", { ...fields, attempts: undefined }],
    ["attempts as text", { ...fields, attempts: "1" }],
    ["no outcomeUnknown", { ...fields, outcomeUnknown: undefined }],
    ["outcomeUnknown as text", { ...fields, outcomeUnknown: "true" }],
    ["no next", { ...fields, next: undefined }],
    ["an unknown next", { ...fields, next: "guess" }],
  ])("are not: %s", (_what, value) => {
    expect(hasFailureFields(value)).toBe(false);
  });
});

/** An error with the stack of a clone. */
function clone(stack: string | undefined, text = message): Error {
  const error = new Error(text);
  Object.defineProperty(error, "stack", { value: stack, writable: true, configurable: true });
  return error;
}

const line = `    [np6 ${JSON.stringify(fields)}]`;

describe("a clone", () => {
  test("gets its name and fields back; they can be changed, and the name is not listed", () => {
    const error = clone(`HttpError: ${message}\n    at a\n${line}`);
    expect(restoreFailure(error, "np6")).toBe(true);
    expect(error).toMatchObject(others);
    expect(error.name).toBe("HttpError");
    expect(Object.keys(error)).not.toContain("name");
    error.name = "Renamed";
    expect(Reflect.deleteProperty(error, "name")).toBe(true);
  });

  test("whose stack begins otherwise is known by its message", () => {
    expect(restoreFailure(clone(`Error: ${message}\n${line}`), "np6")).toBe(true);
  });

  test("whose message is another's is known by the beginning of its stack", () => {
    const other = "somebody changed it";
    expect(restoreFailure(clone(`HttpError: ${other}\n${line}`, other), "np6")).toBe(true);
  });

  test.each<[string, unknown]>([
    ["no error", { stack: line, message }],
    ["a frozen one", Object.freeze(clone(`HttpError: ${message}\n${line}`))],
    ["an error without a stack", clone(undefined)],
    ["an error without the line", clone(`HttpError: ${message}`)],
    ["a line that is no JSON", clone(`HttpError: ${message}\n    [np6 {broken}]`)],
    ["a line with other fields", clone(`HttpError: ${message}\n    [np6 {"a":1}]`)],
    [
      "an error that took our stack into its own",
      clone(`Error: wrapped\nHttpError: ${message}\n${line}`, "wrapped"),
    ],
  ])("is not: %s", (_what, value) => {
    expect(restoreFailure(value, "np6")).toBe(false);
  });
});

describe("the fields in a stack", () => {
  const json = JSON.stringify(fields);

  test.each<[string, string | undefined]>([
    ["there is no stack", undefined],
    ["the stack begins with them", `\n    [example ${json}]`],
    ["lines come behind them", `Error: a\n    [example ${json}]\n    at b`],
    ["their end is cut off", `Error: a\n    [example ${json.slice(0, -1)}]`],
    ["the label is another", `Error: a\n    [other ${json}]`],
  ])("are not found when %s", (_what, stack) => {
    expect(fieldsInStack(stack, "example")).toBeUndefined();
  });

  test("are the last ones", () => {
    expect(fieldsInStack(`Error: a\n    [example {"a":1}]\n    [example ${json}]`, "example")).toBe(json);
  });

  test("are not looked for in what is no error, and a frozen one is left alone", () => {
    const stack = `HttpError: ${message}\n    [example ${json}]`;
    expect(restoreFailure({ message, stack, name: "HttpError" }, "example")).toBe(false);
    expect(restoreFailure(Object.freeze(clone(stack)), "example")).toBe(false);
    expect(restoreFailure(clone(`HttpError: ${message}\n    [example {"kind":"http"}]`), "example")).toBe(
      false,
    );
    const without = JSON.stringify({ ...fields, next: undefined });
    expect(restoreFailure(clone(`HttpError: ${message}\n    [example ${without}]`), "example")).toBe(false);
    expect(restoreFailure(clone(stack), "example")).toBe(true);
  });
});
