import { expect, it } from "vitest";
import { typeNames } from "./type-names.ts";

it.each([
  ["executeWorkflow", "ExecuteWorkflow"],
  ["list things", "ListThings"],
  ["repos/get-content", "ReposGetContent"],
  ["2fa", "_2fa"],
  ["élan vital", "LanVital"],
  ["$", "$"],
  ["数据", "_"],
])("names the types of %s %s", (operation, name) => {
  expect(typeNames([operation]).get(operation)).toBe(name);
});

it("tells operations apart whose names would be the same", () => {
  expect([...typeNames(["get-a", "getA", "get_a", "getA2"]).values()]).toEqual([
    "GetA",
    "GetA2",
    "Get_a",
    "GetA22",
  ]);
});
