import { expect, test } from "vitest";
import { resolveSerializers, type Serializers } from "./serializers.ts";

const array = { style: "pipeDelimited", explode: false } as const;
const write = () => "a=1";

test.each<[string, Serializers, Serializers, Serializers["querySerializer"]]>([
  ["nothing over options", { querySerializer: { array } }, { pathSerializer: write }, { array }],
  ["nothing over a function", { querySerializer: write }, { pathSerializer: write }, write],
  ["options over nothing", {}, { querySerializer: { array } }, { array }],
  [
    "options over options",
    { querySerializer: { array } },
    { querySerializer: { allowReserved: true } },
    { array, allowReserved: true },
  ],
  ["options over a function", { querySerializer: write }, { querySerializer: { array } }, { array }],
  ["a function over options", { querySerializer: { array } }, { querySerializer: write }, write],
])("for the query, %s", (_what, before, options, expected) => {
  expect(resolveSerializers(before, options).querySerializer).toEqual(expected);
});

test("without options of its own, a call has the client's, as they are", () => {
  const before = { querySerializer: { array } };
  expect(resolveSerializers(before, {})).toBe(before);
});

test("each of the others goes over the client's alone", () => {
  const before = { pathSerializer: () => "/a", bodySerializer: () => "a" };
  expect(resolveSerializers(before, { pathSerializer: write })).toEqual({ ...before, pathSerializer: write });
  expect(resolveSerializers(before, { bodySerializer: write })).toEqual({ ...before, bodySerializer: write });
});
