import { expect, test } from "vitest";
import { libraryDocument } from "../testing/library-document.test-support.ts";
import { changeVariants } from "./change-variants.ts";
import { findUnions } from "./find-unions.ts";

const schema = { type: "array", items: { $ref: "#/components/schemas/ParcelResult" } };

test("a union is found by the name that is referred to, with the property that tells its variants apart", () => {
  expect(findUnions(libraryDocument, schema)).toMatchObject([{ name: "ParcelResult", property: "type" }]);
  expect(findUnions(libraryDocument, { $ref: "#/components/schemas/Parcel" })).toEqual([]);
});

test("every value of the union gets the other variant's name, and nothing else changes", () => {
  const [union] = findUnions(libraryDocument, schema);
  if (union === undefined) throw new Error("no union was found");
  const body = [{ type: "sent", parcel: { type: "box" } }, { type: "lost" }];
  expect(changeVariants(libraryDocument, schema, body, union, "new")).toEqual([
    { type: "new", parcel: { type: "box" } },
    { type: "new" },
  ]);
  expect(body[1]).toEqual({ type: "lost" });
});
