import { describe, expect, test } from "vitest";
import { readBundledDocument } from "./bundled-document.ts";
import { resolvePointer, valueAt } from "./json-pointer.ts";
import { executionResultTable, executionTable, workflowTable } from "./reference-tables.ts";
import { listSchemaProperties } from "./schema-properties.ts";

const document = readBundledDocument();
const vendorMediaType = "application/vnd.np6.cm.workflow-v4";

/** The pointer to the schema of one element, whether the body is one or a list. */
function elementSchema(pointer: string): string {
  return valueAt(document, `${pointer}/schema/type`) === "array"
    ? `${pointer}/schema/items`
    : `${pointer}/schema`;
}

function content(operation: string, mediaType: string): string {
  return `${operation}/content/${mediaType.replaceAll("/", "~1")}`;
}

const operations = [
  { name: "duplication", operationId: "duplicateWorkflow", request: undefined, response: workflowTable },
  {
    name: "execution",
    operationId: "executeWorkflow",
    request: executionTable,
    response: executionResultTable,
  },
  {
    name: "executions",
    operationId: "executeWorkflowBatch",
    request: executionTable,
    response: executionResultTable,
  },
].map((one) => ({ ...one, pointer: `/paths/~1scripting~1workflows~1{id}~1${one.name}/post` }));

describe.each(operations)(
  "POST /scripting/workflows/{id}/$name",
  ({ name, operationId, request, response, pointer }) => {
    const mediaType = name === "duplication" ? "application/json" : vendorMediaType;
    const success = content(`${pointer}/responses/200`, mediaType);

    test("has its name, its tag and its required int32 path parameter", () => {
      expect(valueAt(document, pointer)).toMatchObject({ operationId, tags: ["Workflow"] });
      const parameter = valueAt(document, resolvePointer(document, `${pointer}/parameters/0`));
      expect(parameter).toMatchObject({
        name: "id",
        in: "path",
        required: true,
        schema: { type: "integer", format: "int32" },
      });
    });

    test("answers the documented statuses", () => {
      const statuses = Object.keys(valueAt(document, `${pointer}/responses`) as object);
      const documented = ["200", "400", "401", "403", "404", "409", "415", "429", "500"];
      expect(statuses).toEqual(expect.arrayContaining(documented));
    });

    test("takes and gives the documented media type", () => {
      expect(valueAt(document, `${pointer}/responses/200/content`)).toHaveProperty([mediaType]);
      const taken = valueAt(document, `${pointer}/requestBody/content`);
      if (request === undefined) expect(taken).toBeUndefined();
      else expect(taken).toHaveProperty([mediaType]);
    });

    test("takes and gives a list exactly when it is the batch", () => {
      const type = name === "executions" ? "array" : "object";
      expect(valueAt(document, resolvePointer(document, `${success}/schema`))).toMatchObject({ type });
      if (request === undefined) return;
      const body = `${content(`${pointer}/requestBody`, mediaType)}/schema`;
      expect(valueAt(document, resolvePointer(document, body))).toMatchObject({ type });
    });

    const bodies = [
      { body: "request", table: request, at: content(`${pointer}/requestBody`, mediaType) },
      { body: "response", table: response, at: success },
    ];
    describe.each(bodies.filter(({ table }) => table !== undefined))("$body body", ({ table, at }) => {
      const properties = listSchemaProperties(document, elementSchema(at));

      test.each(table ?? [])("has %s, and says what it is", (path) => {
        // A property that the vendor took back goes from its list in reference-tables.ts too.
        expect(properties.get(path)?.description).toMatch(/\S/);
      });
    });
  },
);

test("the key travels in the header X-Key on every operation", () => {
  expect(document.security).toEqual([{ apiKey: [] }]);
  expect(valueAt(document, "/components/securitySchemes/apiKey")).toMatchObject({
    type: "apiKey",
    in: "header",
    name: "X-Key",
  });
  for (const { pointer } of operations) expect(valueAt(document, `${pointer}/security`)).toBeUndefined();
});

describe("what the tables do not show", () => {
  const workflow = listSchemaProperties(document, "/components/schemas/Workflow");

  test("a workflow's state is 0 or 1, and a node's flow is deprecated", () => {
    expect(workflow.get("state")?.schema).toMatchObject({ enum: [0, 1] });
    expect(workflow.get("nodes[].flow")?.schema).toMatchObject({ deprecated: true });
  });

  test("a 409 has no content, every other refusal has an open one", () => {
    const { pointer } = operations[0] ?? { pointer: "" };
    const contents = ["400", "401", "403", "404", "409", "415", "429", "500"].map((status) => {
      const response = resolvePointer(document, `${pointer}/responses/${status}`);
      return [status, valueAt(document, `${response}/content/application~1json/schema/$ref`)];
    });
    const open = "#/components/schemas/ErrorBody";
    expect(Object.fromEntries(contents)).toEqual({
      400: open,
      401: open,
      403: open,
      404: open,
      409: undefined,
      415: open,
      429: open,
      500: open,
    });
    expect(
      valueAt(document, `${resolvePointer(document, `${pointer}/responses/409`)}/content`),
    ).toBeUndefined();
  });
});
