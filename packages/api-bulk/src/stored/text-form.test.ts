import fc from "fast-check";
import { expect, test } from "vitest";
import { commonForm, lengthen, shorten } from "./text-form.ts";

test.each([
  ['{"receiver":{"type":"id","value":"000A1"}}', '{"receiver":{"type":"id","value":"000A2"}}', "000A1"],
  ['{"id":1041,"a":true}', '{"id":1042,"a":true}', "1041"],
  ['["x\\"y","same"]', '["x\\"z","same"]', 'x\\"y'],
  ['"one, two: ]}"', '"one, two: ]x"', "one, two: ]}"],
  ["1041", "1042", "1041"],
  ['{"a":"b"}', '{"a":"b","c":1}', 'b"'],
])("of %s and %s the value is kept whole: %s", (one, other, stored) => {
  const form = commonForm(one, other);
  expect(shorten(form, one)).toBe(stored);
  for (const text of [one, other, "null", '{"another":"form"}']) {
    expect(lengthen(form, shorten(form, text))).toBe(text);
  }
});

test("any texts come back, whatever they have in common", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (...values) => {
      const [one = "", other = "", third = ""] = values.map((value) => JSON.stringify({ value }));
      const form = commonForm(one, other);
      for (const text of [one, other, third]) expect(lengthen(form, shorten(form, text))).toBe(text);
    }),
  );
});
