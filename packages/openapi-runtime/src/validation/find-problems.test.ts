import { describe, expect, test } from "vitest";
import { type BodyValidator, type BrokenRule, findProblems } from "./find-problems.ts";

const names = new Set(["id", "name"]);

function rule(keyword: string, instancePath: string, params: object = {}, more: object = {}): BrokenRule {
  return { keyword, instancePath, params: { ...params }, message: `breaks ${keyword}`, ...more };
}

/** A validator that reports these broken rules. */
function finding(...errors: BrokenRule[]): BodyValidator {
  return Object.assign(() => errors.length === 0, { errors });
}

const messages = (...errors: BrokenRule[]) =>
  findProblems(finding(...errors), { id: [0, 1], name: "Jane" }, names).map(({ message }) => message);

describe("a problem", () => {
  test("names field and rule, in fields of its own and in words", () => {
    expect(findProblems(finding(rule("type", "/id/1")), { id: [0, 1] }, names)).toEqual([
      { field: "body.id[1]", rule: "type", message: "`body.id[1]` breaks type (rule: type)" },
    ]);
  });

  test("of a member that is missing is the member's", () => {
    expect(messages(rule("required", "", { missingProperty: "name" }))).toEqual([
      "`body.name` is required (rule: required)",
    ]);
  });

  test("of a member that must not be there names it when it looks like a name", () => {
    expect(messages(rule("additionalProperties", "", { additionalProperty: "nmae" }))).toEqual([
      "`body.nmae` is not allowed here (rule: additionalProperties)",
    ]);
    expect(messages(rule("unevaluatedProperties", "", { unevaluatedProperty: "jane@example.com" }))).toEqual([
      "`body[…]` is not allowed here (rule: unevaluatedProperties)",
    ]);
    expect(messages(rule("false schema", "/name"))).toEqual([
      "`body.name` is not allowed here (rule: false schema)",
    ]);
  });
});

describe("what another problem says better is left out", () => {
  test("the problems of a union's arms, and those of unions inside them, but not what stood before", () => {
    expect(
      messages(
        rule("minLength", "/name"),
        rule("type", "/id"),
        rule("required", "", { missingProperty: "id" }),
        rule("anyOf", "/id", { arms: 2 }),
        rule("oneOf", "", { arms: 3 }),
        rule("pattern", "/name"),
      ),
    ).toEqual([
      "`body.name` breaks minLength (rule: minLength)",
      "`body` breaks oneOf (rule: oneOf)",
      "`body.name` breaks pattern (rule: pattern)",
    ]);
  });

  test("that a condition's consequence is not met, when the consequence says why", () => {
    expect(messages(rule("minLength", "/name"), rule("if", ""))).toEqual([
      "`body.name` breaks minLength (rule: minLength)",
    ]);
  });

  test("why a name is no good", () => {
    const broken = [
      rule("maxLength", "", {}, { propertyName: "jane@example.com" }),
      rule("propertyNames", ""),
    ];
    expect(messages(...broken)).toEqual(["`body` breaks propertyNames (rule: propertyNames)"]);
  });

  test("what else a value of the wrong type is not", () => {
    expect(messages(rule("type", "/name"), rule("enum", "/name"), rule("enum", "/id"))).toEqual([
      "`body.name` breaks type (rule: type)",
      "`body.id` breaks enum (rule: enum)",
    ]);
  });
});

test("there are at most 20", () => {
  expect(messages(...Array.from({ length: 50 }, () => rule("minLength", "/name")))).toHaveLength(20);
});

test("there are none when the body fits, or the spec says nothing of it", () => {
  expect(findProblems(finding(), {}, names)).toEqual([]);
  expect(findProblems(undefined, {}, names)).toEqual([]);
});
