import { describe, expect, it } from "vitest";
import { exampleUnions } from "../testing/example-unions.test-support.ts";
import { brokenRules, documentOf, loadValidators } from "../testing/load-validators.test-support.ts";

describe("what is wrong with a value of a union", () => {
  const problems = async (name: string, value: unknown) =>
    brokenRules(await loadValidators(documentOf({ union: exampleUnions[name] })), "union", value);

  it.each([
    ["is said of the arm that it is meant for", "open", { type: "b", value: 1 }, ["type at /value"]],
    ["is said of the arm for what nobody knows yet", "open", { type: "new", value: "" }, ["type at /value"]],
    ["is its tag, when no arm is for it", "closed", { type: "new", value: 1 }, ["enum at /type"]],
    ["is its tag, when it has none", "closed", { value: 1 }, ["required at "]],
    ["is its tag, when that is no string", "open", { type: 5 }, ["type at /type"]],
    ["is its type, when no arm is for it", "nullable", 5, ["type at "]],
    ["is said of the arm for its type", "byType", ["x"], ["type at /0"]],
    ["is said of an arm of an arm", "nested", { type: "b", value: 1 }, ["type at /value"]],
  ])("%s", async (_, name, value, expected) => {
    expect(await problems(name, value)).toEqual(expected);
  });

  it("is how many problems its arms have, when they cannot be told apart", async () => {
    const document = documentOf({
      union: { properties: { a: { anyOf: [{ minLength: 2 }, { pattern: "a" }] } } },
    });
    const { validators } = await loadValidators(document);
    const validate = validators.union?.requestBody["application/json"];
    expect(validate?.({ a: "b" })).toBe(false);
    expect(validate?.errors?.map(({ keyword }) => keyword)).toEqual(["minLength", "pattern", "anyOf"]);
    expect(validate?.errors?.[2]).toMatchObject({ instancePath: "/a", params: { arms: 2 } });
  });
});
