import { expect, test } from "vitest";
import { describeRequest } from "./describe-request.ts";

const secret = (name: string) => ["x-key", "cookie"].includes(name);
const key = "a-key-of-the-test";

test("what came is described without the key, wherever it was put", () => {
  const body = Buffer.from(JSON.stringify({ name: "oak", note: `my key is ${key}` }));
  const headers = { "x-key": key, cookie: "a=b", "content-type": "x/y", "x-note": `key ${key}` };
  const described = describeRequest("PUT", `/shelves/7?key=${key}&a=1`, headers, body, secret);
  expect(described).toEqual({
    method: "PUT",
    path: "/shelves/7",
    query: "key=(key-removed)&a=1",
    headers: { "content-type": "x/y", "x-note": "key (key-removed)" },
    body: { name: "oak", note: "my key is (key-removed)" },
  });
});

test("a body that is not JSON is a string, and none is undefined", () => {
  expect(describeRequest("PUT", "/", {}, Buffer.from("{'a'"), secret).body).toBe("{'a'");
  expect(describeRequest("PUT", "/", {}, Buffer.alloc(0), secret).body).toBeUndefined();
});
