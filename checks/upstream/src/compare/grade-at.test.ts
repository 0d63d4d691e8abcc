import { expect, test } from "vitest";
import { gradeAt, weakestGrade } from "./grade-at.ts";

const document = {
  components: {
    schemas: {
      Thing: {
        "x-source": "reference",
        properties: {
          own: { "x-source": "observed" },
          none: { type: "string" },
          odd: { "x-source": "rumour" },
        },
      },
      Bare: {},
    },
  },
};

test.each([
  ["#/components/schemas/Thing/properties/own", "observed"],
  ["#/components/schemas/Thing/properties/none", "reference"],
  ["#/components/schemas/Thing/properties/odd", "reference"],
  ["#/components/schemas/Thing", "reference"],
  ["#/components/schemas/Bare", undefined],
])("%s is graded %s", (pointer, grade) => {
  expect(gradeAt(document, pointer)).toBe(grade);
});

test("the weakest grade counts", () => {
  expect(weakestGrade(["reference", "observed"])).toBe("observed");
  expect(weakestGrade(["assumed", undefined])).toBe("assumed");
  expect(weakestGrade([undefined, undefined])).toBeUndefined();
});
