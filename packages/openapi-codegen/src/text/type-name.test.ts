import { expect, it } from "vitest";
import { typeNamesFor } from "./type-name.ts";

it.each([
  ["a name that can be one stays", ["Order"], ["Order"]],
  [
    "words become one in capitals",
    ["simple-user", "X#Discriminable", "a.b"],
    ["SimpleUser", "XDiscriminable", "AB"],
  ],
  ["what cannot begin a name is put behind a word", ["3d"], ["Schema3d"]],
  [
    "names of the file and of TypeScript are kept free",
    ["paths", "Record", "Unrecognized", "type"],
    ["pathsSchema", "RecordSchema", "UnrecognizedSchema", "typeSchema"],
  ],
  [
    "a name that fits wins over one that is made",
    ["simple-user", "SimpleUser"],
    ["SimpleUserSchema", "SimpleUser"],
  ],
  ["names that become the same are numbered", ["a b", "a-b", "a.b"], ["AB", "ABSchema", "ABSchema2"]],
])("%s", (_, schemas, expected) => {
  const names = typeNamesFor(schemas);
  expect(schemas.map((schema) => names.get(schema))).toEqual(expected);
});
