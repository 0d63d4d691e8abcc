import { expect, it } from "vitest";
import { diffDocuments } from "./diff-documents.ts";
import { all, remove, rename, reverse, set } from "./testing/edits.test-support.ts";
import { diffEdited, type SingleChange, testSingleChanges } from "./testing/single-change.test-support.ts";

// A schema of both directions, and parts of none: the bump of the same edit depends on the direction.
const order = "#/components/schemas/Order";
const replaceOrder = { direction: "request", operationId: "replaceOrder" } as const;
const cancelOrder = { direction: "request", operationId: "cancelOrder" } as const;
const readOrder = { direction: "response" } as const;
const readers = "(`getOrder`, `replaceOrder`)";

const table: Record<string, SingleChange> = {
  "a date on which a property goes is minor, told to both": {
    edit: set(`${order}/properties/name/x-sunset`, "2027-06-30"),
    changes: [
      { ...replaceOrder, bump: "minor", pointer: `${order}/properties/name/x-sunset`, says: "goes on" },
      { ...readOrder, bump: "minor", pointer: `${order}/properties/name/x-sunset`, says: "2027-06-30" },
    ],
  },
  "a new optional property is minor both ways": {
    edit: set(`${order}/properties/weight`, "{ type: number }"),
    changes: [
      { ...replaceOrder, bump: "minor", pointer: `${order}/properties/weight`, says: "can be given now" },
      { ...readOrder, bump: "minor", pointer: `${order}/properties/weight`, says: readers },
    ],
  },
  "a property that becomes required is major for callers and minor for readers": {
    edit: set(`${order}/required/-`, "name"),
    changes: [
      {
        ...replaceOrder,
        bump: "major",
        breaks: ["types", "wire"],
        pointer: `${order}/required`,
        says: "`name` of `Order` became required.",
      },
      {
        ...readOrder,
        bump: "minor",
        pointer: `${order}/required`,
        says: "`name` of `Order` is always there now. (`getOrder`, `replaceOrder`)",
      },
    ],
  },
  "a property that becomes optional is minor for callers and major for readers": {
    edit: remove(`${order}/required`),
    changes: [
      {
        ...readOrder,
        bump: "major",
        breaks: ["types", "wire"],
        pointer: `${order}/required`,
        says: "`id` of `Order` is no longer required, and may be missing. (`getOrder`, `replaceOrder`)",
      },
      {
        ...replaceOrder,
        bump: "minor",
        pointer: `${order}/required`,
        says: "`id` of `Order` may be left out now.",
      },
    ],
  },
  "a removed property is major both ways": {
    edit: remove(`${order}/properties/name`),
    changes: [
      { ...replaceOrder, bump: "major", pointer: `${order}/properties/name`, says: "is not taken any more" },
      { ...readOrder, bump: "major", pointer: `${order}/properties/name`, says: `was removed. ${readers}` },
    ],
  },
  "a new enum value is minor both ways": {
    edit: set(`${order}/properties/state/enum/-`, "gone"),
    changes: [
      {
        ...replaceOrder,
        bump: "minor",
        pointer: `${order}/properties/state/enum`,
        says: '`state` of `Order` takes the new value `"gone"`.',
      },
      {
        ...readOrder,
        bump: "minor",
        pointer: `${order}/properties/state/enum`,
        says: '`state` of `Order` has new values: `"gone"`. (`getOrder`, `replaceOrder`)',
      },
    ],
  },
  "a change inside an array and a cycle is found once for each direction": {
    edit: set(`${order}/properties/tags/items/type`, "integer"),
    changes: [
      {
        ...replaceOrder,
        bump: "major",
        breaks: ["types", "wire"],
        pointer: `${order}/properties/tags/items/type`,
        says: "`tags[]` of `Order` changed its type from `string` to `integer`.",
      },
      {
        ...readOrder,
        bump: "major",
        breaks: ["types", "wire"],
        pointer: `${order}/properties/tags/items/type`,
        says: "`tags[]` of `Order` changed its type from `string` to `integer`. (`getOrder`, `replaceOrder`)",
      },
    ],
  },
  "a description is patch, once for each direction": {
    edit: set(`${order}/description`, "Both."),
    changes: [
      { ...replaceOrder, bump: "patch", pointer: `${order}/description`, says: "`description` of `Order`" },
      { ...readOrder, bump: "patch", pointer: `${order}/description`, says: readers },
    ],
  },
  "keys in another order are no change": {
    edit: all(reverse(`${order}/properties`), reverse("#/paths"), reverse("#/components/schemas")),
    changes: [],
  },
  "values of an enum in another order are no change": {
    edit: reverse(`${order}/properties/state/enum`),
    changes: [],
  },
  "required properties in another order are no change": {
    edit: reverse("#/components/schemas/Card/required"),
    changes: [],
  },
  "variants in another order are no change": {
    edit: reverse("#/components/schemas/NewOrder/properties/payment/oneOf"),
    changes: [],
  },
  "the same document is no change": { edit: () => undefined, changes: [] },
  "a description of the document is patch": {
    edit: set("#/info/description", "Sells things, and more."),
    changes: [{ bump: "patch", pointer: "#/info/description", says: "`description`" }],
  },
  "the version of the document is patch": {
    edit: set("#/info/version", "2.0.0"),
    changes: [{ bump: "patch", pointer: "#/info/version", says: "`version`" }],
  },
  "an example is patch": {
    edit: set(
      "#/paths/~1orders/post/requestBody/content/application~1vnd.example.order-v4/examples/large",
      "{ value: { customer: '8' } }",
    ),
    changes: [
      {
        operationId: "createOrder",
        direction: "request",
        bump: "patch",
        pointer: "#/paths/~1orders/post/requestBody/content/application~1vnd.example.order-v4/examples",
        says: "`examples` of the request `application/vnd.example.order-v4` of `createOrder` changed.",
      },
    ],
  },
  "where a fact comes from is patch": {
    edit: set("#/components/schemas/Part/properties/article/x-source", "observed"),
    changes: [
      {
        direction: "request",
        operationId: "createOrder",
        bump: "patch",
        pointer: "#/components/schemas/Part/properties/article/x-source",
        says: "x-source",
      },
    ],
  },
  "a new operation is minor": {
    edit: set(
      "#/paths/~1orders/get",
      "{ operationId: listOrders, responses: { '200': { description: All. } } }",
    ),
    changes: [
      {
        operationId: "listOrders",
        bump: "minor",
        pointer: "#/paths/~1orders/get",
        says: "`listOrders` is new",
      },
    ],
  },
  "a new path is minor": {
    edit: set(
      "#/paths/~1customers",
      "{ get: { operationId: listCustomers, responses: { '200': { description: All. } } } }",
    ),
    changes: [
      { operationId: "listCustomers", bump: "minor", pointer: "#/paths/~1customers", says: "/customers" },
    ],
  },
  "a removed operation is major": {
    edit: remove("#/paths/~1orders~1{id}/put"),
    changes: [
      { operationId: "replaceOrder", bump: "major", pointer: "#/paths/~1orders~1{id}/put", says: "removed" },
    ],
  },
  "a removed path is major": {
    edit: remove("#/paths/~1notes"),
    changes: [{ operationId: "addNote", bump: "major", pointer: "#/paths/~1notes", says: "removed" }],
  },
  "another path is major": {
    edit: rename("#/paths/~1notes", "/remarks"),
    changes: [
      {
        operationId: "addNote",
        bump: "major",
        pointer: "#/paths/~1notes",
        says: "Path `/notes` was removed",
      },
      { operationId: "addNote", bump: "minor", pointer: "#/paths/~1remarks", says: "/remarks" },
    ],
  },
  "a path that goes is not taken for one that comes and looks like it": {
    edit: all(
      remove("#/paths/~1orders~1{id}~1cancellation"),
      set(
        "#/paths/~1orders~1{id}~1confirmation",
        "{ get: { operationId: getConfirmation, responses: { '200': { description: The confirmation. } } } }",
      ),
    ),
    changes: [
      {
        operationId: "cancelOrder",
        bump: "major",
        pointer: "#/paths/~1orders~1{id}~1cancellation",
        says: "Path `/orders/{id}/cancellation` was removed.",
      },
      {
        operationId: "getConfirmation",
        bump: "minor",
        pointer: "#/paths/~1orders~1{id}~1confirmation",
        says: "`/orders/{id}/confirmation` is new.",
      },
    ],
  },
  "another method is major": {
    edit: rename("#/paths/~1orders~1{id}/put", "patch"),
    changes: [
      {
        operationId: "replaceOrder",
        bump: "major",
        pointer: "#/paths/~1orders~1{id}/put",
        says: "`PUT /orders/{id}` was removed",
      },
      { operationId: "replaceOrder", bump: "minor", pointer: "#/paths/~1orders~1{id}/patch", says: "new" },
    ],
  },
  "another operationId is major, since methods are named after it": {
    edit: set("#/paths/~1notes/post/operationId", "createNote"),
    changes: [
      {
        operationId: "addNote",
        bump: "major",
        breaks: ["types"],
        pointer: "#/paths/~1notes/post/operationId",
        says: "`addNote` is called `createNote` now; rename the calls.",
      },
    ],
  },
  "an operation that is deprecated is minor": {
    edit: set("#/paths/~1notes/post/deprecated", "true"),
    changes: [
      {
        operationId: "addNote",
        bump: "minor",
        pointer: "#/paths/~1notes/post/deprecated",
        says: "deprecated",
      },
    ],
  },
  "another server is major": {
    edit: set("#/servers/0/url", "https://eu.example.com"),
    changes: [{ bump: "major", pointer: "#/servers/0/url", says: "`https://eu.example.com`" }],
  },
  "a server that is added before the others is major, since it is the default": {
    edit: set("#/servers", "[{ url: https://eu.example.com }, { url: https://api.example.com }]"),
    changes: [
      {
        bump: "major",
        breaks: ["wire"],
        pointer: "#/servers/0/url",
        says: "Calls go to `https://eu.example.com` by default; they went to `https://api.example.com`.",
      },
    ],
  },
  "a server that is added behind the others is minor": {
    edit: set("#/servers/-", "{ url: https://eu.example.com }"),
    changes: [{ bump: "minor", pointer: "#/servers/1", says: "new" }],
  },
  "another key header is major": {
    edit: set("#/components/securitySchemes/apiKey/name", "X-Api-Key"),
    changes: [
      {
        bump: "major",
        breaks: ["wire"],
        pointer: "#/components/securitySchemes/apiKey/name",
        says: "`name` of the security scheme `apiKey` changed from `X-Key` to `X-Api-Key`.",
      },
    ],
  },
  "another security of an operation is major": {
    edit: set("#/paths/~1notes/post/security", "[{ token: [] }]"),
    changes: [
      {
        operationId: "addNote",
        bump: "major",
        pointer: "#/paths/~1notes/post/security",
        says: "authenticate with `token`",
      },
    ],
  },
  "two operations that stop doing as the document says are two changes": {
    edit: all(
      set("#/paths/~1notes/post/security", "[]"),
      set("#/paths/~1orders~1{id}/get/security", "[{ token: [] }]"),
    ),
    changes: [
      {
        operationId: "getOrder",
        bump: "major",
        pointer: "#/paths/~1orders~1{id}/get/security",
        says: "authenticate with `token`; they did with `apiKey`",
      },
      {
        operationId: "addNote",
        bump: "minor",
        pointer: "#/paths/~1notes/post/security",
        says: "authenticate with nothing",
      },
    ],
  },
  "an operation that becomes public is minor": {
    edit: set("#/paths/~1notes/post/security", "[]"),
    changes: [
      {
        operationId: "addNote",
        bump: "minor",
        pointer: "#/paths/~1notes/post/security",
        says: "with nothing",
      },
    ],
  },
  "another security of the whole document is one change": {
    edit: set("#/security", "[{ token: [] }]"),
    changes: [
      { bump: "major", pointer: "#/security", says: "authenticate with `token`; they did with `apiKey`" },
    ],
  },
  "a second way to authenticate is minor": {
    edit: set("#/security/-", "{ token: [] }"),
    changes: [{ bump: "minor", pointer: "#/security", says: "`token`" }],
  },
  "security that moves from the document to its operations is no change": {
    edit: all(
      ...[
        "~1orders/post",
        "~1orders~1{id}/get",
        "~1orders~1{id}/put",
        "~1orders~1{id}~1cancellation/post",
        "~1notes/post",
      ].map((operation) => set(`#/paths/${operation}/security`, "[{ apiKey: [] }]")),
      remove("#/security"),
    ),
    changes: [],
  },
  "a schema that is no longer sent is not taken for a new one that looks like it": {
    edit: all(
      remove("#/paths/~1orders~1{id}/put"),
      set("#/components/schemas/Orders", "{ type: object, properties: { title: { type: string } } }"),
      set(
        "#/paths/~1orders~1{id}~1cancellation/post/requestBody",
        '{ content: { application/json: { schema: { $ref: "#/components/schemas/Orders" } } } }',
      ),
    ),
    changes: [
      { operationId: "replaceOrder", bump: "major", pointer: "#/paths/~1orders~1{id}/put", says: "removed" },
      { bump: "minor", pointer: "#/components/schemas/Orders", says: "`Orders` is new" },
      {
        ...cancelOrder,
        bump: "minor",
        pointer: "#/paths/~1orders~1{id}~1cancellation/post/requestBody",
        says: "is new",
      },
    ],
  },
  "a schema that nobody uses is minor when it comes": {
    edit: set("#/components/schemas/Spare", "{ type: string }"),
    changes: [{ bump: "minor", pointer: "#/components/schemas/Spare", says: "`Spare` is new" }],
  },
};

testSingleChanges(table);

it("says that a vendor media type is not read as JSON any more", async () => {
  const content = "application~1vnd.example.order-v4/schema";
  const { bump, changes } = await diffEdited(
    all(
      set(`#/paths/~1orders/post/requestBody/content/${content}`, "{ type: string }"),
      set(`#/paths/~1orders/post/responses/201/content/${content}`, "{ type: string }"),
    ),
  );
  expect(bump).toBe("major");
  const said = changes.filter(({ message }) => message.includes("is treated as text; it was json"));
  expect(said.map(({ direction }) => direction)).toEqual(["request", "response"]);
});

it("a type that no operation uses is compared to an end, also where it leads back to itself beside something else", () => {
  const documentOf = (label: string) => ({
    openapi: "3.1.0",
    info: { title: "Trees", version: "1" },
    paths: {},
    components: {
      schemas: {
        Forest: {
          type: "object",
          properties: {
            trees: {
              type: "array",
              items: { allOf: [{ $ref: "#/components/schemas/Tree" }, { title: "Tree" }] },
            },
          },
        },
        Tree: {
          type: "object",
          properties: {
            label: { type: label },
            parent: { allOf: [{ title: "Parent" }, { $ref: "#/components/schemas/Tree" }] },
            forest: { allOf: [{ title: "Forest" }, { $ref: "#/components/schemas/Forest" }] },
          },
        },
      },
    },
  });
  const { bump, changes } = diffDocuments(documentOf("string"), documentOf("integer"));
  expect(bump).toBe("major");
  expect(new Set(changes.map(({ pointer }) => pointer))).toEqual(
    new Set(["#/components/schemas/Tree/properties/label/type"]),
  );
});
