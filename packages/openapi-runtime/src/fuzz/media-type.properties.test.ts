import * as fc from "fast-check";
import { expect, test } from "vitest";
import { findMediaType, mediaTypeEssence } from "../table/media-type.ts";
import { assertProperty } from "./assert-property.test-support.ts";

const token = fc.string({
  unit: fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz0123456789.+-"),
  minLength: 1,
  maxLength: 12,
});
const mediaType = fc.tuple(token, token).map(([type, subtype]) => `${type}/${subtype}`);
const mixedCase = (text: string, upper: readonly boolean[]) =>
  [...text].map((letter, index) => (upper[index % upper.length] ? letter.toUpperCase() : letter)).join("");

test("a declared type is found in any case, with any parameters and spaces around", () => {
  const input = fc.record({
    declared: fc.uniqueArray(mediaType, { minLength: 1, maxLength: 5 }),
    chosen: fc.nat(),
    upper: fc.array(fc.boolean(), { minLength: 1 }),
    parameters: fc.constantFrom("", ";charset=utf-8", " ; charset=UTF-8; q=1", ";"),
    space: fc.constantFrom("", " ", "\t"),
  });
  assertProperty(input, ({ declared, chosen, upper, parameters, space }) => {
    const type = declared[chosen % declared.length] ?? "";
    const sent = `${space}${mixedCase(type, upper)}${space}${parameters}`;
    expect(findMediaType(sent, declared)).toBe(type);
  });
});

test("a type that is not declared is not found", () => {
  assertProperty(fc.uniqueArray(mediaType, { minLength: 2, maxLength: 5 }), ([sent, ...declared]) => {
    expect(findMediaType(sent, declared)).toBeUndefined();
  });
});

test("whatever comes, what is found was declared", () => {
  assertProperty(fc.tuple(fc.string({ unit: "binary" }), fc.array(mediaType)), ([sent, declared]) => {
    const found = findMediaType(sent, declared);
    if (found !== undefined) expect(declared).toContain(found);
    expect(mediaTypeEssence(sent)).not.toBe("");
  });
});
