import { expect, test } from "vitest";
import { checkLicenses } from "./check-licenses.ts";

const report = (license: string) => ({ MIT: [{ name: "a" }], [license]: [{ name: "b" }] });

test.each(["MIT", "ISC", "(MIT OR GPL-3.0)", "MIT OR Apache-2.0", "MIT AND ISC"])("%s is fine", (license) => {
  expect(checkLicenses(report(license), "shipped")).toEqual([]);
});

test.each(["GPL-3.0", "UNLICENSED", "Unknown", "SEE LICENSE IN LICENSE", "MIT AND GPL-3.0", "(A OR B)"])(
  "%s is reported with the package and the way out",
  (license) => {
    expect(checkLicenses(report(license), "tools")).toEqual([
      expect.stringMatching(/^b \(tools\) is licensed .*check-licenses\.ts/),
    ]);
  },
);

test("a weak copyleft is fine for a tool, and not for what consumers install", () => {
  expect(checkLicenses(report("MPL-2.0"), "tools")).toEqual([]);
  expect(checkLicenses(report("MPL-2.0"), "shipped")).toHaveLength(1);
});
