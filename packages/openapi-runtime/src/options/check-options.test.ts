import { describe, expect, test } from "vitest";
import { failureOf } from "../testing/failure-of.test-support.ts";
import { checkOptions } from "./check-options.ts";

const check = (options: unknown) => failureOf(() => checkOptions(options, "POST", ["params", "body"]));

describe("options", () => {
  test("that are known pass, all or none of them", () => {
    expect(() => checkOptions({ params: {}, body: 1 }, "POST", ["params", "body"])).not.toThrow();
    expect(() => checkOptions({}, "POST", ["params", "body"])).not.toThrow();
  });

  test.each(["baseUrl", "fetch", "redirect", "middleware", "parseAs", "__proto__x"])(
    "of openapi-fetch or the platform, such as %s, are refused by name",
    async (name) => {
      const { message } = await check({ [name]: "https://elsewhere.example" });
      expect(message).toBe(`POST has no option \`${name}\`; it takes: params, body.`);
    },
  );

  test.each([null, "x", 3])("that are no object (%j) are refused", async (options) => {
    expect((await check(options)).message).toBe("POST takes an object with: params, body.");
  });
});
