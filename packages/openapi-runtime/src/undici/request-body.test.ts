import { expect, test } from "vitest";
import { requestBody } from "./request-body.ts";

const blob = new Blob(["a"]);
const form = new FormData();

test.each([
  ["nothing", undefined, null],
  ["null", null, null],
  ["text", "a", "a"],
  ["form fields", new URLSearchParams({ a: "b c" }), "a=b+c"],
  ["a buffer", new Uint8Array([1, 2]).buffer, new Uint8Array([1, 2])],
  ["a view of a buffer", new DataView(new Uint8Array([1, 2, 3]).buffer, 1, 2), new Uint8Array([2, 3])],
  ["a Blob", blob, blob],
  ["a form", form, form],
])("a body that is %s is sent as such", (_name, body, sent) => {
  expect(requestBody(body)).toEqual(sent);
});
