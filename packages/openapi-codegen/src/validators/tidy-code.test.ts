import { expect, it } from "vitest";
import { tidyCode } from "./tidy-code.ts";

it("refuses a helper that nobody has written yet, instead of leaving a require behind", () => {
  expect(() => tidyCode('const func1 = require("ajv/dist/runtime/uri").default;', new Map())).toThrow(
    "the generated validators would load ajv/dist/runtime/uri",
  );
});

it("adds an error in one line instead of seven", () => {
  const error = '{instancePath,keyword:"$1",params:{}}';
  const code = `const err0 = ${error};\nif(vErrors === null){\nvErrors = [err0];\n}\nelse {\nvErrors.push(err0);\n}\nerrors++;`;
  expect(tidyCode(code, new Map())).toBe(`(vErrors ??= []).push(${error});\nerrors++;`);
});

it("keeps a schema that a rule looks up, and no other", () => {
  const code = 'const schema1 = {"a":1};\nconst schema2 = {"b":2};\nfoo(schema2.b);';
  expect(tidyCode(code, new Map())).toBe('const schema_0ab1a6d3 = {"b":2};\nfoo(schema_0ab1a6d3.b);');
});

it("changes no string and no regular expression", () => {
  const code =
    'a("validate1 \\" schemaPath:", validate1);\nconst formats1 = /"validate1/;\nb({schemaPath:"#/a",x:1});';
  expect(tidyCode(code, new Map([["validate1", "validateOrder"]]))).toBe(
    'const formats_a5e9293e = /"validate1/;\na("validate1 \\" schemaPath:", validateOrder);\nb({x:1});',
  );
});
