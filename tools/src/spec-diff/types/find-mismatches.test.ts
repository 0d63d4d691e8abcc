import { describe, expect, it } from "vitest";
import type { Direction } from "../spec-change.ts";
import { describeProperties } from "./describe-properties.ts";
import { createFindMismatches } from "./find-mismatches.ts";
import { loadTypes } from "./load-types.ts";

/** Compares `T` of two sources, and tells where they differ, as `kind path`. */
function compare(direction: Direction, old: string, now: string): string[] {
  const file = (source: string) => `${source}\nexport interface operations { x: { requestBody: T } }`;
  const { checker, base, head } = loadTypes(file(old), file(now));
  const [before, after] = [base, head].map(({ operations }) => {
    const operation = describeProperties(checker, operations).get("x")?.type;
    return operation && describeProperties(checker, operation).get("requestBody")?.type;
  });
  const [given, expected] = direction === "request" ? [before, after] : [after, before];
  return createFindMismatches(checker, direction)(given, expected).map(({ kind, steps }) =>
    [
      kind,
      ...steps.map((step) => (typeof step === "string" ? step : "property" in step ? step.property : "|")),
    ].join(" "),
  );
}

const marker = `type Unrecognized = \`\${string} (unrecognized)\`;`;

describe("what is read", () => {
  it("sees that an optional property is gone, although the new type is assignable to the old one", () => {
    expect(compare("response", "type T = { a: 1; b?: 2 };", "type T = { a: 1 };")).toEqual(["missing b"]);
  });

  it("sees it deep inside arrays and optional objects", () => {
    const old = "type T = { list?: { item: { a: 1; b?: 2 } }[] };";
    expect(compare("response", old, old.replace("; b?: 2", ""))).toEqual(["missing list element item b"]);
  });

  it("sees it in an object that takes any name", () => {
    const old = "type T = { a?: 1 } & { [key: string]: unknown };";
    expect(compare("response", old, old.replace("a?: 1", "b?: 1"))).toEqual(["missing a"]);
  });

  it("ends in types that contain themselves, and finds what changed there", () => {
    const old = "type T = { parent?: T; children: T[]; name?: string };";
    expect(compare("response", old, old)).toEqual([]);
    expect(compare("response", old, old.replace("name?: string", "name?: number"))).toContain("type name");
  });

  it("looks into two instances of one generic type instead of comparing their arguments", () => {
    // A parameter that only a method takes is measured as bivariant, one that nothing uses as independent.
    const box = "interface Box<T> { readonly take?: (value: T) => void; readonly name: string }";
    expect(
      compare(
        "response",
        `${box} type T = Box<1>;`,
        `${box.replace("; readonly name: string", "")} type T = Box<1>;`,
      ),
    ).toEqual(["missing name"]);
  });

  it("takes a new value of an enum for a surprise", () => {
    expect(compare("response", 'type T = { s: "a" };', 'type T = { s: "a" | "b" };')).toEqual(["type s"]);
  });

  it("takes it for none where readers deal with unknown values", () => {
    const old = `${marker} type T = { s: "a" | Unrecognized };`;
    expect(compare("response", old, old.replace('"a"', '"a" | "b"'))).toEqual([]);
  });

  it("takes a new number for none where readers deal with unknown numbers", () => {
    const old = "type T = { s: 0 | 1 | (number & { readonly unrecognized: true }) };";
    expect(compare("response", old, old.replace("0 | 1", "0 | 1 | 2"))).toEqual([]);
    expect(compare("response", old, old.replace("0 | 1", "0"))).toEqual(["lost s"]);
  });

  it("takes any text for a surprise all the same", () => {
    const old = `${marker} type T = { s: "a" | Unrecognized };`;
    expect(compare("response", old, "type T = { s: string };")).toEqual(["type s"]);
  });

  it("takes a new variant for none where readers deal with unknown variants", () => {
    const variants = '{ kind: "a"; x: 1 } | { kind: Unrecognized; [field: Unrecognized]: unknown }';
    const old = `${marker} type T = ${variants};`;
    expect(compare("response", old, `${old.slice(0, -1)} | { kind: "b"; y: 1 };`)).toEqual([]);
    const open = old.replace("[field: Unrecognized]", "[key: string]");
    expect(compare("response", open, `${open.slice(0, -1)} | { kind: "b"; y: 1 };`)).toEqual([]);
    expect(
      compare("response", 'type T = { kind: "a"; x: 1 };', 'type T = { kind: "a"; x: 1 } | { kind: "b" };'),
    ).toEqual(["type"]);
  });

  it("sees a value that is never sent any more, since a comparison with it does not compile", () => {
    expect(compare("response", 'type T = { s: "a" | "b" };', 'type T = { s: "a" };')).toEqual(["lost s"]);
    expect(compare("response", "type T = { s: 1 | null };", "type T = { s: 1 };")).toEqual([]);
  });

  it("finds a change inside the variant that it is in", () => {
    const old = 'type T = { kind: "a"; x?: 1 } | { kind: "b"; y?: 1 };';
    expect(compare("response", old, old.replace("y?: 1", "z?: 1"))).toEqual(["missing | y"]);
  });

  it("sees that a property may be missing now", () => {
    expect(compare("response", "type T = { a: 1 };", "type T = { a?: 1 };")).toEqual(["optional a"]);
    expect(compare("response", "type T = { a?: 1 };", "type T = { a: 1 };")).toEqual([]);
  });
});

describe("what is sent", () => {
  it("sees that a property is not taken any more, although the old type is assignable to the new one", () => {
    expect(compare("request", "type T = { a: 1; b?: 2 };", "type T = { a: 1 };")).toEqual(["unexpected b"]);
  });

  it("sees what has to be given now", () => {
    expect(compare("request", "type T = { a?: 1 };", "type T = { a: 1; b: 1; c?: 1 };")).toEqual([
      "optional a",
      "missing b",
    ]);
  });

  it("sees an object that does not take any name any more", () => {
    const open = "type T = { a?: 1 } & { [key: string]: unknown };";
    expect(compare("request", open, "type T = { a?: 1 };")).toEqual(["unexpected value"]);
    expect(compare("request", "type T = { a?: 1 };", open)).toEqual([]);
  });

  it("does not refuse an interface where any name is taken, although it is not assignable", () => {
    expect(
      compare("request", "interface T { a: 1 }", "interface T { a: 1; [key: string]: unknown }"),
    ).toEqual([]);
  });

  it("sees a value that is not taken any more, and none that is new", () => {
    expect(compare("request", 'type T = { s: "a" | "b" };', 'type T = { s: "a" | "c" };')).toEqual([
      "type s",
    ]);
    expect(compare("request", 'type T = { s: "a" };', 'type T = { s: "a" | "c" };')).toEqual([]);
  });
});

it("does not compare types that do not compile, since what cannot be resolved fits everything", () => {
  expect(() => compare("response", "type T = { a: Missing };", "type T = { a: 1 };")).toThrow(
    /do not compile.*Missing/,
  );
});
