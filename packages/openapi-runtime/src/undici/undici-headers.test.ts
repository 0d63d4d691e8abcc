import { expect, test } from "vitest";
import { UndiciHeaders } from "./undici-response.ts";

const headers = new UndiciHeaders({
  "content-type": " text/plain ",
  "set-cookie": ["a=1", "b=2"],
  "x-request-id": "id-1",
});

test("an answer's headers are found by name in any case, without the blanks around a value", () => {
  expect(headers.get("Content-Type")).toBe("text/plain");
  expect(headers.get("set-cookie")).toBe("a=1, b=2");
  expect(headers.get("retry-after")).toBeNull();
  expect([headers.has("X-Request-Id"), headers.has("retry-after")]).toEqual([true, false]);
});

test("an answer's headers can be listed like those of a Response", () => {
  const listed = [
    ["content-type", "text/plain"],
    ["set-cookie", "a=1"],
    ["set-cookie", "b=2"],
    ["x-request-id", "id-1"],
  ];
  expect([...headers]).toEqual(listed);
  expect([...headers.entries()]).toEqual(listed);
  expect([...headers.keys()]).toEqual(listed.map(([name]) => name));
  expect([...headers.values()]).toEqual(listed.map(([, value]) => value));
  expect(headers.getSetCookie()).toEqual(["a=1", "b=2"]);
  const told: string[][] = [];
  headers.forEach((value, name) => {
    told.push([name, value]);
  });
  expect(told).toEqual(listed);
});

test("a name that every object has is no header", () => {
  expect(new UndiciHeaders({}).get("constructor")).toBeNull();
});
