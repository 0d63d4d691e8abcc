import { isJsonObject } from "@np6/openapi-document";
import { describe, expect, test } from "vitest";
import { readBundledDocument } from "./bundled-document.test-support.ts";
import { createSchemaValidator } from "./schema-validator.test-support.ts";

const document = readBundledDocument();
const validator = createSchemaValidator(document);
const schemas = (
  document.components as { readonly schemas: Record<string, Readonly<Record<string, unknown>>> }
).schemas;
const closed = Object.keys(schemas).filter((name) => schemas[name]?.discriminator !== undefined);

/** Lists the pointers of all references to a component schema. */
function referencesTo(name: string, node: unknown = document, at = ""): readonly string[] {
  if (typeof node !== "object" || node === null) return [];
  const own = isJsonObject(node) && node.$ref === `#/components/schemas/${name}` ? [at] : [];
  return [
    ...own,
    ...Object.entries(node).flatMap(([key, child]) => referencesTo(name, child, `${at}/${key}`)),
  ];
}

test("there are unions of known variants", () => {
  expect(closed).toEqual(
    expect.arrayContaining(["KnownWorkflowNode", "KnownReceiver", "KnownExecutionResult"]),
  );
});

// A reference to the known variants alone would exclude later variants.
test.each(closed)("%s is used only beside its unknown variant", (name) => {
  const union = name.replace(/^Known/, "");
  expect(referencesTo(name)).toEqual([`/components/schemas/${union}/oneOf/0`]);
});

describe("a node", () => {
  const problems = (value: unknown) => validator.problems("/components/schemas/WorkflowNode", value);

  test.each([
    { what: "of a known type", node: { type: "sendMail", id: "a", next: "b", template: 4 } },
    { what: "of an unknown type", node: { type: "voiceCall", next: ["a", "b"] } },
    { what: "that branches in a way nobody documented", node: { type: "switch", next: { a: "b" } } },
  ])("$what satisfies the schema", ({ node }) => {
    expect(problems(node)).toEqual([]);
  });

  test.each([
    { what: "of a known type with a wrong property", node: { type: "publish", next: 4 } },
    { what: "of an unknown type with a wrong name", node: { type: "voiceCall", name: 4 } },
    { what: "without a type", node: { id: "a" } },
  ])("$what breaks the schema", ({ node }) => {
    expect(problems(node)).not.toEqual([]);
  });
});

describe("a receiver", () => {
  const problems = (value: unknown) => validator.problems("/components/schemas/Receiver", value);

  test.each([
    { type: "id", value: "000A1B2C" },
    { type: "unicity", value: ["ada@example.com"] },
    { type: "hash", value: "d41d8cd98f00b204e9800998ecf8427e" },
    {
      type: "footprint",
      id: "000A1B2C",
      unicity: ["ada@example.com"],
      hash: "d41d8cd98f00b204e9800998ecf8427e",
    },
    { type: "telephone", number: "+33 1 23 45 67 89" },
  ])("$type satisfies the schema", (receiver) => {
    expect(problems(receiver)).toEqual([]);
  });

  test.each([
    {
      what: "a plain unicity, which was answered 400",
      receiver: { type: "unicity", value: "ada@example.com" },
    },
    { what: "an id without its value", receiver: { type: "id" } },
    { what: "a value without a type", receiver: { value: "000A1B2C" } },
  ])("$what breaks the schema", ({ receiver }) => {
    expect(problems(receiver)).not.toEqual([]);
  });
});
