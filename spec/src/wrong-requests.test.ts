import { expect, test } from "vitest";
import { readBundledDocument } from "./bundled-document.test-support.ts";
import { createSchemaValidator } from "./schema-validator.test-support.ts";

const validator = createSchemaValidator(readBundledDocument());
const schema = "/components/schemas/Execution";

test.each([
  { field: "/id", body: { id: 1 } },
  { field: "/receiver", body: { receiver: "000QK3LV" } },
  { field: "/receiver/type", body: { receiver: { type: 7 } } },
  { field: "/receiver/value", body: { receiver: { type: "id", value: 7 } } },
  { field: "/node", body: { node: {} } },
  { field: "/event", body: { event: [] } },
  { field: "/state", body: { state: "running" } },
  { field: "/data", body: { data: null } },
  { field: "/variables", body: { variables: {} } },
  { field: "/variables/0", body: { variables: ["language"] } },
  { field: "/resolutions/0/key", body: { resolutions: [{ key: 1 }] } },
  { field: "/debug/ttl", body: { debug: { version: "1", ttl: "5" } } },
  { field: "/stamp/time", body: { stamp: { time: "2026-03-02T09:15:00Z" } } },
  { field: "/stamp/id", body: { stamp: { id: "1" } } },
  { field: "/", body: [] },
])("a request with a wrong $field breaks the schema: $body", ({ field, body }) => {
  // A receiver that matches no variant is reported for each of them, so there are several lines.
  const fields = new Set(validator.problems(schema, body).map((problem) => problem.split(" ")[0] ?? ""));
  expect([...fields].filter((found) => !field.startsWith(found) && !found.startsWith("/receiver"))).toEqual(
    [],
  );
  expect(fields).toContain(field);
});

test.each([
  { what: "nothing", body: {} },
  {
    what: "what nobody documented",
    body: { receiver: { type: "telephone", number: 33 }, event: { anything: [1] } },
  },
])("a request with $what satisfies the schema", ({ body }) => {
  expect(validator.problems(schema, body)).toEqual([]);
});
