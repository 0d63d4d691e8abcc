import { describe, expect, test } from "vitest";
import { readBundledDocument } from "./bundled-document.test-support.ts";
import { resolvePointer, valueAt } from "./json-pointer.test-support.ts";
import {
  cappingTable,
  executionResultTable,
  executionTable,
  listenerTable,
  nodeTable,
  nodeTypes,
  taskTable,
  workflowTable,
} from "./reference-tables.test-support.ts";
import { listSchemaProperties } from "./schema-properties.test-support.ts";

const document = readBundledDocument();
const vendorMediaType = "application/vnd.np6.cm.workflow-v4";

/** Returns the pointer to the schema of one element, for a body with one element or a list. */
function elementSchema(pointer: string): string {
  return valueAt(document, `${pointer}/schema/type`) === "array"
    ? `${pointer}/schema/items`
    : `${pointer}/schema`;
}

function content(operation: string, mediaType: string): string {
  return `${operation}/content/${mediaType.replaceAll("/", "~1")}`;
}

/** An operation as the reference describes it. */
interface ReferenceOperation {
  readonly method: "get" | "put" | "post" | "patch" | "delete";
  readonly path: string;
  readonly operationId: string;
  /** Properties of the request body; undefined if there is no body or none is known. */
  readonly request?: readonly string[];
  /** Properties of the response; undefined if it has no body. */
  readonly response?: readonly string[];
  /** Whether the body is a list of the described elements. */
  readonly list?: boolean;
  readonly mediaType?: string;
}

const one = "/scripting/workflows/{id}";
const v4 = { mediaType: vendorMediaType };
const operations: readonly ReferenceOperation[] = [
  { method: "post", path: `${one}/duplication`, operationId: "duplicateWorkflow", response: workflowTable },
  {
    method: "post",
    path: `${one}/execution`,
    operationId: "executeWorkflow",
    request: executionTable,
    response: executionResultTable,
    ...v4,
  },
  {
    method: "post",
    path: `${one}/executions`,
    operationId: "executeWorkflowBatch",
    request: executionTable,
    response: executionResultTable,
    list: true,
    ...v4,
  },
  {
    method: "post",
    path: "/scripting/workflows",
    operationId: "createWorkflow",
    request: workflowTable,
    response: workflowTable,
  },
  {
    method: "put",
    path: one,
    operationId: "replaceWorkflow",
    request: workflowTable,
    response: workflowTable,
  },
  { method: "patch", path: one, operationId: "updateWorkflow", response: workflowTable },
  { method: "delete", path: one, operationId: "deleteWorkflow" },
  ...[
    { part: "nodes", name: "WorkflowNodes", table: nodeTable, replaced: true },
    { part: "capping", name: "WorkflowCapping", table: cappingTable, replaced: true },
    { part: "listeners", name: "WorkflowListeners", table: listenerTable, replaced: false },
    { part: "tasks", name: "WorkflowTasks", table: taskTable, replaced: false },
  ].flatMap(({ part, name, table, replaced }): ReferenceOperation[] => {
    const about = { path: `${one}/${part}`, response: table, list: true };
    const read: ReferenceOperation = { method: "get", operationId: `get${name}`, ...about };
    const replace: ReferenceOperation = {
      method: "put",
      operationId: `replace${name}`,
      request: table,
      ...about,
    };
    return replaced ? [read, replace] : [read];
  }),
];

function pointerOf({ path, method }: ReferenceOperation): string {
  return `/paths/${path.replaceAll("~", "~0").replaceAll("/", "~1")}/${method}`;
}

test("the document has the workflow operations of the reference, and no other", () => {
  // Another API area has its own table.
  const workflows = Object.entries(document.paths as object).filter(([path]) =>
    path.startsWith("/scripting/workflows"),
  );
  const paths = workflows.flatMap(([path, item]) =>
    Object.keys(item as object).map((method) => `${method} ${path}`),
  );
  expect(paths.sort()).toEqual(operations.map(({ method, path }) => `${method} ${path}`).sort());
});

describe.each(operations)("$method $path", (operation) => {
  const { path, operationId, request, response, list = false, mediaType = "application/json" } = operation;
  const pointer = pointerOf(operation);
  const status = response === undefined ? "204" : "200";
  const success = content(`${pointer}/responses/${status}`, mediaType);

  test("has its name and its tag", () => {
    expect(valueAt(document, pointer)).toMatchObject({ operationId, tags: ["Workflow"] });
  });

  test("has a required int32 path parameter when there is one in its path", () => {
    if (!path.includes("{id}")) {
      expect(valueAt(document, `${pointer}/parameters`)).toBeUndefined();
      return;
    }
    const parameter = valueAt(document, resolvePointer(document, `${pointer}/parameters/0`));
    expect(parameter).toMatchObject({
      name: "id",
      in: "path",
      required: true,
      schema: { type: "integer", format: "int32" },
    });
  });

  // Clients use the first media type by default. Versions of the vendor's type may follow it. For another kind of media
  // type, or another first one, edit `mediaType` of the table above.
  test("takes and gives the documented media type, and behind it versions of the vendor's at most", () => {
    const expectTypes = (body: unknown) => {
      const [first, ...others] = Object.keys(body as object);
      expect(first).toBe(mediaType);
      expect(others.filter((other) => !/^application\/vnd\.np6\.cm\.workflow-v\d+$/.test(other))).toEqual([]);
    };
    const answered = valueAt(document, `${pointer}/responses/${status}/content`);
    if (response === undefined) expect(answered).toBeUndefined();
    else expectTypes(answered);
    if (request !== undefined) expectTypes(valueAt(document, `${pointer}/requestBody/content`));
  });

  const bodies = [
    { body: "request", table: request, at: content(`${pointer}/requestBody`, mediaType) },
    { body: "response", table: response, at: success },
  ];
  describe.each(bodies.filter(({ table }) => table !== undefined))("$body body", ({ table, at }) => {
    const properties = listSchemaProperties(document, elementSchema(at));

    test("is a list exactly where the reference shows one", () => {
      expect(valueAt(document, `${at}/schema/type`) === "array").toBe(list);
    });

    test.each(table ?? [])("has %s, and says what it is", (property) => {
      // For a property that the vendor withdrew, remove it from its list in reference-tables.ts too.
      expect(properties.get(property)?.description).toMatch(/\S/);
    });
  });
});

test("the body of updateWorkflow is as wide as the knowledge of it: any JSON value", () => {
  const schema = valueAt(
    document,
    `/paths/~1scripting~1workflows~1{id}/patch/requestBody/content/application~1json/schema`,
  );
  expect(Object.keys(schema as object)).toEqual(["description"]);
});

test("the key travels in the header X-Key on every operation", () => {
  expect(document.security).toEqual([{ apiKey: [] }]);
  expect(valueAt(document, "/components/securitySchemes/apiKey")).toMatchObject({
    type: "apiKey",
    in: "header",
    name: "X-Key",
  });
  for (const operation of operations)
    expect(valueAt(document, `${pointerOf(operation)}/security`)).toBeUndefined();
});

describe("what the tables do not show", () => {
  const workflow = listSchemaProperties(document, "/components/schemas/Workflow");

  test("a workflow's state is 0 or 1, and a node's flow is deprecated", () => {
    expect(workflow.get("state")?.schema).toMatchObject({ enum: [0, 1] });
    expect(workflow.get("nodes[].flow")?.schema).toMatchObject({ deprecated: true });
  });

  test("a 409 has no content, every other refusal has an open one", () => {
    const pointer = "/paths/~1scripting~1workflows~1{id}~1duplication/post";
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

  test("a node is of one of the types that the reference names, or of another one", () => {
    const mapping = "/components/schemas/KnownWorkflowNode/discriminator/mapping";
    expect(Object.keys(valueAt(document, mapping) as object)).toEqual(nodeTypes);
  });

  test("what was observed as null can be null", () => {
    for (const name of ["imports", "initializers", "filters"]) {
      expect(workflow.get(`scripting.${name}`)?.schema).toMatchObject({ type: ["array", "null"] });
    }
  });
});
