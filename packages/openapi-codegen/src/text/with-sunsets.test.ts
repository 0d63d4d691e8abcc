import { expect, it } from "vitest";
import { withSunsets } from "./with-sunsets.ts";

it("says when something deprecated goes, behind its description", () => {
  const document = {
    paths: { "/a": { get: { deprecated: true, "x-sunset": "2027-06-30", description: "Reads.\n" } } },
    list: [{ deprecated: true, "x-sunset": "2027-06-30" }],
  };
  expect(withSunsets(document)).toEqual({
    paths: {
      "/a": {
        get: { deprecated: true, "x-sunset": "2027-06-30", description: "Reads.\n\nRemoved on 2027-06-30." },
      },
    },
    list: [{ deprecated: true, "x-sunset": "2027-06-30", description: "Removed on 2027-06-30." }],
  });
});

it.each<[string, object]>([
  ["what is not deprecated", { "x-sunset": "2027-06-30", description: "A" }],
  ["a date that is none", { deprecated: true, "x-sunset": 2027, description: "A" }],
  ["a document without dates", { paths: { "/a": { get: { deprecated: true, description: "A" } } } }],
])("leaves %s as it is", (_name, document) => {
  expect(withSunsets(document)).toBe(document);
});
