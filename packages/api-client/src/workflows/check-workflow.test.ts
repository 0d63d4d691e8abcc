import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createClient, isNp6Error } from "../index.ts";
import { checkWorkflow, createValidation, type WorkflowParts } from "../validate.ts";

const found = (workflow: unknown) =>
  checkWorkflow(workflow as WorkflowParts).map(({ field, rule }) => `${rule} ${field}`);
const mail = (id: string, more: object = {}) => ({ type: "sendMail", id, next: "end", ...more });
const end = { type: "terminal", id: "end" };

const document = JSON.parse(
  readFileSync(new URL("../../../api-types/dist/openapi.json", import.meta.url), "utf8"),
);

test("the node types that have a next node are those of the document", () => {
  interface NodeSchema {
    readonly properties?: { readonly type?: { readonly const?: string } };
    readonly allOf?: readonly { readonly $ref?: string }[];
  }
  const schemas = Object.values(document.components.schemas as Record<string, NodeSchema>);
  const nodes = schemas.flatMap(({ properties, allOf = [] }) => {
    const type = properties?.type?.const;
    const bases = allOf.flatMap(({ $ref }) => $ref?.split("/").at(-1) ?? []);
    const base = bases.find((name) => name.startsWith("WorkflowNode"));
    return type === undefined || base === undefined
      ? []
      : [{ type, hasNext: base === "WorkflowNodeWithNext" }];
  });
  expect(nodes.length).toBe(25);
  for (const { type, hasNext } of nodes) {
    const problems = checkWorkflow([{ type, id: "a", next: "nowhere" }] as never);
    expect([type, problems.some(({ rule }) => rule === "reference")]).toEqual([type, hasNext]);
  }
});

test("the documented examples of workflows are right", () => {
  const examples = Object.entries(document.components.examples as Record<string, { value: object }>);
  const workflows = examples.filter(([, { value }]) => "nodes" in value && "listeners" in value);
  expect(workflows.length).toBeGreaterThan(1);
  for (const [name, { value }] of workflows) expect([name, found(value)]).toEqual([name, []]);
});

test.each<[string, unknown, string[]]>([
  ["nothing wrong", { nodes: [mail("a", { default: true }), end] }, []],
  [
    "names that look misspelt",
    { nodes: [{ type: "sendMail", id: "a", nexxt: "b", setings: {} }] },
    ["misspelt body.nodes[0].nexxt", "misspelt body.nodes[0].setings", "way-out body.nodes[0]"],
  ],
  [
    "a type that looks misspelt",
    { nodes: [{ type: "sendMial", id: "a", default: true, next: "end" }, end] },
    ["misspelt body.nodes[0].type"],
  ],
  ["a name in another case", { nodes: [mail("a", { Name: "x" }), end] }, ["misspelt body.nodes[0].Name"]],
  ["a field of its own", { nodes: [mail("a", { template: 7, names: [], name: "n" }), end] }, []],
  ["an id that is there twice", { nodes: [mail("a"), mail("a"), end] }, ["unique-id body.nodes[1].id"]],
  [
    "a next node that is not there",
    { nodes: [mail("a", { next: "edn" }), end] },
    ["reference body.nodes[0].next"],
  ],
  [
    "handlers and capping of nodes that are not there",
    {
      nodes: [mail("a"), end],
      listeners: [{ handler: "x" }, { handler: "a" }],
      tasks: [{ handler: "y" }],
      capping: [{ nodes: ["a", "z"] }],
    },
    [
      "reference body.listeners[0].handler",
      "reference body.tasks[0].handler",
      "reference body.capping[0].nodes[1]",
    ],
  ],
  [
    "a node that nothing leads to",
    { nodes: [mail("a", { default: true }), mail("b"), end] },
    ["reachable body.nodes[1]"],
  ],
  ["a circle", { nodes: [mail("a", { default: true, next: "b" }), mail("b", { next: "a" })] }, []],
  [
    "ways out that are undocumented: nobody knows what is reached",
    { nodes: [{ type: "if", id: "i", default: true }, mail("b"), end] },
    [],
  ],
  ["no entry: nobody knows where it begins", { nodes: [mail("a"), end] }, []],
  ["a node that leads nowhere", { nodes: [{ type: "sleep", id: "s" }] }, ["way-out body.nodes[0]"]],
  ["a type that is not listed", { nodes: [{ type: "later", id: "s" }] }, []],
  ["nodes alone", [mail("a", { next: "b" })], ["reference body[0].next"]],
  ["nothing", undefined, []],
  ["what is no workflow", { nodes: [null, 7], listeners: {} }, []],
])("tells of %s", (_, workflow, problems) => {
  expect(found(workflow)).toEqual(problems);
});

test("a reference names what was probably meant", () => {
  expect(checkWorkflow([mail("a", { next: "edn" }), end] as never)[0]?.message).toBe(
    '`body[0].next` names no node of the workflow; there is "end" (rule: reference)',
  );
});

test("a client that validates workflows sends none with a problem", async () => {
  const sent: unknown[] = [];
  const fetch = async (...request: unknown[]) => {
    sent.push(request);
    return new Response(null, { status: 409 });
  };
  const np6 = createClient({
    apiKey: "k",
    allowRealApi: true,
    fetch,
    validation: createValidation({ workflows: true }),
  });
  const failureOf = async (call: Promise<unknown>) => {
    const failure: unknown = await call.catch((error: unknown) => error);
    return isNp6Error(failure) ? failure : undefined;
  };
  const wrong = { type: "sleep", id: "s", nexxt: "end" } as const;
  const failure = await failureOf(np6.replaceWorkflowNodes({ path: { id: 1 }, body: [wrong, end] as never }));
  expect(failure).toMatchObject({
    kind: "configuration",
    problems: [{ rule: "misspelt" }, { rule: "way-out" }],
  });
  expect(sent).toEqual([]);
  expect(await failureOf(np6.createWorkflow({ body: { nodes: [mail("a"), end] } as never }))).toMatchObject({
    status: 409,
  });
  expect(() =>
    createClient({
      apiKey: "k",
      allowRealApi: true,
      validation: createValidation({ workflow: true } as never),
    }),
  ).toThrow("it takes: requests, responses, workflows");
});
