import { facts } from "@np6/openapi-document";
import { describe, expect, test } from "vitest";
import { type Edit, fixture, inOneLine } from "../fixtures.test-support.ts";
import { judgeDifferences } from "../report/judge-differences.ts";
import { compareDocuments } from "./compare-documents.ts";

const workflows = "#/paths/~1scripting~1workflows";
const deletion = `${workflows}~1{workflowId}/delete`;
const execution = `${workflows}~1{id}~1execution/post`;
const nodes = `${workflows}~1{id}~1nodes/get`;
const schemas = "#/components/schemas";

/** Lists the drift after edits of the vendor's bundle or the curated spec, which agree otherwise. */
function driftOf(vendorEdits: readonly Edit[], curatedEdits: readonly Edit[] = []): string[] {
  const vendor = fixture("vendor-bundle.yaml", vendorEdits);
  const curated = fixture("curated.yaml", curatedEdits);
  const { differences } = judgeDifferences(compareDocuments({ vendor, curated }).differences, []);
  return differences.filter(({ verdict }) => verdict === "drift").map(inOneLine);
}

interface Row {
  readonly fact: (typeof facts)[number];
  readonly what: string;
  readonly edits: readonly Edit[];
  readonly drift: readonly string[];
}

const rows: readonly Row[] = [
  {
    fact: "server",
    what: "another server",
    edits: [["#/servers/0/url", "https://api2.example.com/"]],
    drift: [
      "curated only: the whole API / server: absent | https://api.example.com",
      "vendor only: the whole API / server: https://api2.example.com | absent",
    ],
  },
  {
    fact: "operation",
    what: "an operation more",
    edits: [[`${workflows}~1{workflowId}~1archive`, { post: { responses: {} } }]],
    drift: ["vendor only: POST /scripting/workflows/{workflowId}/archive / operation: present | absent"],
  },
  {
    fact: "operation",
    what: "an operation less",
    edits: [[execution, undefined]],
    drift: ["curated only: POST /scripting/workflows/{id}/execution / operation: absent | present"],
  },
  {
    fact: "credentials",
    what: "a key that need not be sent",
    edits: [[`${workflows}/post/parameters/0/required`, false]],
    drift: ["different: POST /scripting/workflows / credentials: header x-key (optional) | header x-key"],
  },
  {
    fact: "parameter",
    what: "a parameter more",
    edits: [[`${workflows}/post/parameters/2`, { name: "dryRun", in: "query", schema: { type: "boolean" } }]],
    drift: ["vendor only: POST /scripting/workflows: query dryRun / parameter: query dryRun | absent"],
  },
  {
    fact: "parameter",
    what: "a parameter less",
    edits: [[`${deletion}/parameters/1/in`, "header"]],
    drift: [
      "curated only: DELETE /scripting/workflows/{id}: query tags / parameter: absent | query tags",
      "vendor only: DELETE /scripting/workflows/{id}: header tags / parameter: header tags | absent",
    ],
  },
  {
    fact: "serialization",
    what: "a list in one parameter instead of several",
    edits: [[`${deletion}/parameters/1/explode`, false]],
    drift: ["different: DELETE /scripting/workflows/{id}: query tags / serialization: form | form, exploded"],
  },
  {
    fact: "request body",
    what: "a request body more",
    edits: [[`${nodes}/requestBody`, { content: { "application/json": { schema: {} } } }]],
    drift: [
      "vendor only: GET /scripting/workflows/{id}/nodes: request body / request body: application/json | absent",
    ],
  },
  {
    fact: "request body",
    what: "a request body less",
    edits: [[`${execution}/requestBody`, undefined]],
    drift: [
      "curated only: POST /scripting/workflows/{id}/execution: request body / request body: absent | application/vnd.np6.cm.workflow-v4",
    ],
  },
  {
    fact: "media type",
    what: "another media type of a request",
    edits: [[`${execution}/requestBody/content`, { "application/vnd.np6.cm.workflow-v5": { schema: {} } }]],
    drift: [
      "curated only: POST /scripting/workflows/{id}/execution: request body application/vnd.np6.cm.workflow-v4 / media type: absent | application/vnd.np6.cm.workflow-v4",
      "vendor only: POST /scripting/workflows/{id}/execution: request body application/vnd.np6.cm.workflow-v5 / media type: application/vnd.np6.cm.workflow-v5 | absent",
    ],
  },
  {
    fact: "media type",
    what: "a media type more of a response",
    edits: [[`${nodes}/responses/200/content/text~1csv`, { schema: { type: "string" } }]],
    drift: ["vendor only: GET /scripting/workflows/{id}/nodes: 200 text/csv / media type: text/csv | absent"],
  },
  {
    fact: "status",
    what: "a status more",
    edits: [[`${execution}/responses/202`, { description: "later" }]],
    drift: ["vendor only: POST /scripting/workflows/{id}/execution: 202 / status: 202 | absent"],
  },
  {
    fact: "status",
    what: "a status less",
    edits: [[`${deletion}/responses/204`, undefined]],
    drift: ["curated only: DELETE /scripting/workflows/{id}: 204 / status: absent | 204"],
  },
  {
    fact: "header",
    what: "another response header",
    edits: [[`${deletion}/responses/204/headers`, { "Retry-After": { schema: { type: "integer" } } }]],
    drift: [
      "curated only: DELETE /scripting/workflows/{id}: 204 header X-Trace / header: absent | header X-Trace",
      "vendor only: DELETE /scripting/workflows/{id}: 204 header Retry-After / header: header Retry-After | absent",
    ],
  },
  {
    fact: "property",
    what: "a property more in the base of all variants",
    edits: [[`${schemas}/Node#Discriminable/properties/rationale`, { type: "string" }]],
    drift: ["vendor only: schema PublishNode: rationale / property: string | absent"],
  },
  {
    fact: "property",
    what: "a property less in the base of all variants",
    edits: [[`${schemas}/Node#Discriminable/properties/id`, undefined]],
    drift: ["curated only: schema NodeBase: id / property: absent | string"],
  },
  {
    fact: "property",
    what: "a property more in one variant",
    edits: [[`${schemas}/WaitNode/allOf/1/properties/until`, { type: "string", format: "date-time" }]],
    drift: ["vendor only: schema WaitNode: until / property: string(date-time) | absent"],
  },
  {
    fact: "variant",
    what: "a variant more by mapping",
    edits: [[`${schemas}/Node#Discriminable/discriminator/mapping/terminal`, "WaitNode"]],
    drift: ["vendor only: schema WorkflowNode: <terminal> / variant: terminal | absent"],
  },
  {
    fact: "variant",
    what: "a variant less",
    edits: [[`${schemas}/Node#Discriminable/discriminator/mapping/publish`, undefined]],
    drift: ["curated only: schema PublishNode / variant: absent | publish"],
  },
  {
    fact: "type",
    what: "another type, deep inside",
    edits: [[`${schemas}/SlidingPeriod/properties/value/format`, "int64"]],
    drift: ["different: schema SlidingPeriod: value / type: integer(int64) | integer(int32)"],
  },
  {
    fact: "type",
    what: "an object where the curated spec allows anything",
    edits: [[`${schemas}/LiteralExpression/allOf/1/properties/value/type`, "object"]],
    drift: ["vendor only: schema LiteralExpression: value / type: object | any"],
  },
  {
    fact: "type",
    what: "elements of another type",
    edits: [[`${deletion}/parameters/1/schema/items`, { type: "integer" }]],
    drift: ["different: DELETE /scripting/workflows/{id}: query tags[] / type: integer | string"],
  },
  {
    fact: "type",
    what: "values of a map of another type",
    edits: [[`${schemas}/Workflow/properties/labels/additionalProperties`, { type: "integer" }]],
    drift: ["different: schema Workflow: labels.* / type: integer | string"],
  },
  {
    fact: "null",
    what: "null where there was none",
    edits: [[`${schemas}/Workflow/properties/name/nullable`, true]],
    drift: ["vendor only: schema Workflow: name / null: nullable | never null"],
  },
  {
    fact: "null",
    what: "no null any more",
    edits: [[`${schemas}/Capping/properties/key/nullable`, undefined]],
    drift: ["curated only: schema Capping: key / null: never null | nullable"],
  },
  {
    fact: "value",
    what: "a value more, and one less",
    edits: [[`${schemas}/SlidingPeriod/properties/unit/enum`, ["HOUR", "DAY", "WEEK"]]],
    drift: [
      "curated only: schema SlidingPeriod: unit / value: absent | MINUTE",
      "vendor only: schema SlidingPeriod: unit / value: WEEK | absent",
    ],
  },
  {
    fact: "value",
    what: "values no longer listed",
    edits: [[`${schemas}/Workflow/properties/state/enum`, undefined]],
    drift: [
      "curated only: schema Workflow: state / value: absent | 0",
      "curated only: schema Workflow: state / value: absent | 1",
    ],
  },
  {
    fact: "required",
    what: "a required property more",
    edits: [[`${schemas}/Workflow/required`, ["name"]]],
    drift: ["vendor only: schema Workflow: name / required: required | optional"],
  },
  {
    fact: "required",
    what: "a required property less",
    edits: [[`${schemas}/PublishNode/allOf/1/required`, undefined]],
    drift: ["curated only: schema PublishNode: event / required: optional | required"],
  },
  {
    fact: "required",
    what: "a required request body",
    edits: [[`${execution}/requestBody/required`, true]],
    drift: [
      "vendor only: POST /scripting/workflows/{id}/execution: request body / required: required | optional",
    ],
  },
  {
    fact: "required",
    what: "a required parameter",
    edits: [[`${deletion}/parameters/1/required`, true]],
    drift: ["vendor only: DELETE /scripting/workflows/{id}: query tags / required: required | optional"],
  },
  {
    fact: "deprecated",
    what: "a deprecated operation",
    edits: [[`${execution}/deprecated`, true]],
    drift: ["vendor only: POST /scripting/workflows/{id}/execution / deprecated: deprecated | current"],
  },
  {
    fact: "deprecated",
    what: "a property no longer deprecated",
    edits: [[`${schemas}/Node#Discriminable/properties/flow/deprecated`, undefined]],
    drift: ["curated only: schema NodeBase: flow / deprecated: current | deprecated"],
  },
  {
    fact: "limit",
    what: "another limit",
    edits: [[`${schemas}/Workflow/properties/name/maxLength`, 128]],
    drift: ["different: schema Workflow: name / limit: maxLength 128 | maxLength 64"],
  },
];

test("the vendor's way of writing the same facts is no drift", () => {
  expect(driftOf([])).toEqual([]);
});

describe("a change of the vendor's bundle", () => {
  test.each(rows)("$fact: $what", ({ fact, edits, drift }) => {
    const reported = driftOf(edits);
    expect(reported).toEqual(drift);
    expect(reported.join("\n")).toContain(`/ ${fact}: `);
  });

  test.each(facts)("%s is among them", (fact) => {
    expect(rows.map((row) => row.fact)).toContain(fact);
  });
});

describe("what is the same difference", () => {
  test("is told once, with every schema that lacks it and a way to each", () => {
    const vendor = fixture("vendor-bundle.yaml", [
      [`${schemas}/Node#Discriminable/properties/rationale`, { type: "string" }],
    ]);
    const { differences } = compareDocuments({ vendor, curated: fixture("curated.yaml") });
    expect(differences.filter(({ relation }) => relation === "vendor only")).toEqual([
      expect.objectContaining({
        at: "schema PublishNode: rationale",
        alsoAt: ["schema WaitNode: rationale"],
        vendor: {
          text: "string",
          present: true,
          pointer: "#/components/schemas/Node#Discriminable/properties/rationale",
        },
        curated: { text: "absent", present: false, pointer: "#/components/schemas/PublishNode" },
        places: expect.arrayContaining([
          "POST /scripting/workflows request body application/json nodes[]<publish>.rationale",
          "POST /scripting/workflows request body application/json nodes[]<wait>.children[]<wait>.rationale",
          "GET /scripting/workflows/{id}/nodes 200 application/json []<publish>.rationale",
        ]),
      }),
    ]);
  });

  test("a refusal that the curated spec documents for every operation is one", () => {
    const documents = { vendor: fixture("vendor-bundle.yaml"), curated: fixture("curated.yaml") };
    const refusals = compareDocuments(documents).differences.filter(({ fact }) => fact === "status");
    expect(refusals).toEqual([
      expect.objectContaining({
        at: "response BadRequest",
        places: ["POST /scripting/workflows 400", "DELETE /scripting/workflows/{id} 400"],
      }),
    ]);
  });
});

test("what is required is known as well as the object that says so, at the best", () => {
  const curatedEdits: readonly Edit[] = [
    [`${schemas}/Execution/required`, ["id"]],
    [`${schemas}/Execution/x-source`, "observed"],
  ];
  const documents = { vendor: fixture("vendor-bundle.yaml"), curated: fixture("curated.yaml", curatedEdits) };
  expect(compareDocuments(documents).differences).toContainEqual(
    expect.objectContaining({ fact: "required", at: "schema Execution: id", grade: "observed" }),
  );
});

describe("the parts of the API", () => {
  test("are those that the curated spec has: one more path there, and its area is watched", () => {
    const actions = "#/paths/~1actions~1{id}~1executions";
    const operation = { "x-source": "reference", responses: { "200": { "x-source": "reference" } } };
    expect(driftOf([], [[actions, { post: operation }]])).toEqual([
      "vendor only: POST /actions/{id}/executions: path id / parameter: path id | absent",
      "vendor only: POST /actions/{id}/executions: request body / request body: application/vnd.np6.cm.email | absent",
    ]);
  });

  test("must be in the vendor's document", () => {
    const curated = fixture("curated.yaml");
    const vendor = fixture("vendor-bundle.yaml", [["#/paths", { "/targets/{id}": {}, "/segments": {} }]]);
    expect(() => compareDocuments({ vendor, curated })).toThrow(
      /no operation under \/scripting\/workflows; it has \/targets, \/segments\. .*change the paths in spec\//,
    );
  });

  test("a $ref of the vendor's that leads nowhere is bad input outside of schemas", () => {
    const curated = fixture("curated.yaml");
    const vendor = fixture("vendor-bundle.yaml", [
      [`${deletion}/responses/404`, { $ref: "#/components/responses/Lost" }],
    ]);
    expect(() => compareDocuments({ vendor, curated })).toThrow(
      /^In the vendor's document: .*\$ref "#\/components\/responses\/Lost" points at nothing/,
    );
  });

  test("a $ref of the vendor's that leads nowhere is a difference inside of schemas", () => {
    expect(driftOf([[`${schemas}/Workflow/properties/name`, { $ref: "#/components/schemas/Lost" }]])).toEqual(
      expect.arrayContaining([
        'different: schema Workflow: name / type: unresolved $ref "#/components/schemas/Lost" | string',
      ]),
    );
  });
});
