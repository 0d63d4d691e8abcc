import { describe, expect, test } from "vitest";
import type { BodyFormat } from "../table/api-description.ts";
import { exampleOperation } from "../testing/example-api.test-support.ts";
import { failureOf } from "../testing/failure-of.test-support.ts";
import { serializeBody } from "./serialize-body.ts";

const write = (body: unknown, format: BodyFormat) => serializeBody(body, format, exampleOperation("upload"));

describe("a body", () => {
  test("in JSON becomes one string", () => {
    expect(write({ a: 1 }, "json")).toBe('{"a":1}');
    expect(write("text", "json")).toBe('"text"');
  });

  test.each<[BodyFormat, unknown]>([
    ["text", "hello"],
    ["text", ""],
    ["binary", new Blob(["x"])],
    ["binary", new ArrayBuffer(1)],
    ["binary", new Uint8Array(1)],
    ["form-data", new FormData()],
    ["url-encoded", new URLSearchParams("a=1")],
  ])("in %s passes as it is (%#)", (format, body) => {
    expect(write(body, format)).toBe(body);
  });

  test.each<[BodyFormat, unknown, string]>([
    ["text", { a: 1 }, "a string"],
    ["text", new Blob(["x"]), "a string"],
    ["binary", "x", "a Blob, an ArrayBuffer or a view of one"],
    ["binary", new ReadableStream(), "a Blob, an ArrayBuffer or a view of one"],
    ["form-data", new URLSearchParams(), "a FormData"],
    ["form-data", { a: 1 }, "a FormData"],
    ["url-encoded", new FormData(), "a URLSearchParams"],
  ])("in %s is refused when it is something else (%#)", async (format, body, expected) => {
    const failure = await failureOf(() => write(body, format));
    expect(failure.message).toContain(`\`body\` must be ${expected} for this media type.`);
  });
});
