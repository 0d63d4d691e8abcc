import { all, remove, rename, set } from "./testing/edits.test-support.ts";
import { type SingleChange, testSingleChanges } from "./testing/single-change.test-support.ts";

// Requests: a change breaks when a formerly valid call is refused, or no longer compiles.
const sent = "#/components/schemas/NewOrder";
const createOrder = { direction: "request", operationId: "createOrder" } as const;
const addNote = { direction: "request", operationId: "addNote" } as const;
const cancelOrder = { direction: "request", operationId: "cancelOrder" } as const;
const getOrder = { direction: "request", operationId: "getOrder" } as const;
const parameters = "#/paths/~1orders~1{id}/get/parameters";
const noteContent = "#/paths/~1notes/post/requestBody/content";

const table: Record<string, SingleChange> = {
  "a new optional property is minor": {
    edit: set(`${sent}/properties/coupon`, "{ type: string }"),
    changes: [
      { ...createOrder, bump: "minor", pointer: `${sent}/properties/coupon`, says: "`coupon` of `NewOrder`" },
    ],
  },
  "a new required property is major": {
    edit: all(
      set(`${sent}/properties/coupon`, "{ type: string }"),
      set(`${sent}/required`, "[customer, coupon]"),
    ),
    changes: [
      {
        ...createOrder,
        bump: "major",
        breaks: ["types", "wire"],
        pointer: `${sent}/properties/coupon`,
        says: "`coupon` of `NewOrder` is new and has to be given.",
      },
    ],
  },
  "a removed property is major, since calls that give it no longer compile": {
    edit: remove(`${sent}/properties/note`),
    changes: [
      { ...createOrder, bump: "major", pointer: `${sent}/properties/note`, says: "is not taken any more" },
    ],
  },
  "a renamed property is major": {
    edit: rename(`${sent}/properties/note`, "remark"),
    changes: [
      { ...createOrder, bump: "major", pointer: `${sent}/properties/note`, says: "is not taken any more" },
      { ...createOrder, bump: "minor", pointer: `${sent}/properties/remark`, says: "can be given now" },
    ],
  },
  "an optional property that becomes required is major": {
    edit: set(`${sent}/required`, "[customer, note]"),
    changes: [
      {
        ...createOrder,
        bump: "major",
        breaks: ["types", "wire"],
        pointer: `${sent}/required`,
        says: "`note` of `NewOrder` became required.",
      },
    ],
  },
  "a required property that becomes optional is minor": {
    edit: remove(`${sent}/required`),
    changes: [
      {
        ...createOrder,
        bump: "minor",
        pointer: `${sent}/required`,
        says: "`customer` of `NewOrder` may be left out",
      },
    ],
  },
  "a new enum value is minor": {
    edit: set(`${sent}/properties/priority/enum/-`, "urgent"),
    changes: [
      {
        ...createOrder,
        bump: "minor",
        pointer: `${sent}/properties/priority/enum`,
        says: '`priority` of `NewOrder` takes the new value `"urgent"`.',
      },
    ],
  },
  "a removed enum value is major": {
    edit: set(`${sent}/properties/priority/enum`, "[low]"),
    changes: [
      {
        ...createOrder,
        bump: "major",
        breaks: ["types", "wire"],
        pointer: `${sent}/properties/priority/enum`,
        says: '`priority` of `NewOrder` lost values: `"high"`.',
      },
    ],
  },
  "null taken is minor": {
    edit: set(`${sent}/properties/customer/type`, "[string, 'null']"),
    changes: [
      {
        ...createOrder,
        bump: "minor",
        pointer: `${sent}/properties/customer/type`,
        says: "`customer` of `NewOrder` takes null now.",
      },
    ],
  },
  "null not taken any more is major": {
    edit: set(`${sent}/properties/note/type`, "string"),
    changes: [
      {
        ...createOrder,
        bump: "major",
        breaks: ["types", "wire"],
        pointer: `${sent}/properties/note/type`,
        says: "`note` of `NewOrder` does not take null any more.",
      },
    ],
  },
  "another type is major": {
    edit: set(`${sent}/properties/customer/type`, "integer"),
    changes: [
      {
        ...createOrder,
        bump: "major",
        breaks: ["types", "wire"],
        pointer: `${sent}/properties/customer/type`,
        says: "`customer` of `NewOrder` changed its type from `string` to `integer`.",
      },
    ],
  },
  "a wider number is minor": {
    edit: set("#/components/schemas/Part/properties/amount/type", "number"),
    changes: [
      {
        ...createOrder,
        bump: "minor",
        pointer: "#/components/schemas/Part/properties/amount/type",
        says: "number",
      },
    ],
  },
  "a tighter limit is major": {
    edit: set(`${sent}/properties/parts/maxItems`, "20"),
    changes: [
      {
        ...createOrder,
        bump: "major",
        breaks: ["wire"],
        pointer: `${sent}/properties/parts/maxItems`,
        says: "`maxItems` of `parts` of `NewOrder` is stricter: from `50` to `20`.",
      },
    ],
  },
  "a looser limit is minor": {
    edit: set(`${sent}/properties/parts/maxItems`, "80"),
    changes: [
      {
        ...createOrder,
        bump: "minor",
        pointer: `${sent}/properties/parts/maxItems`,
        says: "from `50` to `80`",
      },
    ],
  },
  "another default is major, since a call that leaves it out means something else": {
    edit: set(`${sent}/properties/priority/default`, "high"),
    changes: [
      { ...createOrder, bump: "major", pointer: `${sent}/properties/priority/default`, says: "`default`" },
    ],
  },
  "an object that is closed is major": {
    edit: set(`${noteContent}/application~1json/schema/additionalProperties`, "false"),
    changes: [
      {
        ...addNote,
        bump: "major",
        pointer: `${noteContent}/application~1json/schema/additionalProperties`,
        says: "additionalProperties",
      },
    ],
  },
  "a new variant is minor": {
    edit: all(
      set(
        "#/components/schemas/Cash",
        "{ type: object, required: [kind], properties: { kind: { type: string } } }",
      ),
      set(`${sent}/properties/payment/oneOf/-`, "{ $ref: '#/components/schemas/Cash' }"),
      set(`${sent}/properties/payment/discriminator/mapping/cash`, "'#/components/schemas/Cash'"),
    ),
    changes: [
      { bump: "minor", pointer: "#/components/schemas/Cash", says: "The type `Cash` is new." },
      {
        ...createOrder,
        bump: "minor",
        pointer: `${sent}/properties/payment/discriminator/mapping/cash`,
        says: "The discriminator value `cash` of `payment` of `NewOrder` is new.",
      },
      {
        ...createOrder,
        bump: "minor",
        pointer: `${sent}/properties/payment/oneOf/2`,
        says: "A variant of `payment` of `NewOrder` is new: `Cash`.",
      },
    ],
  },
  "a removed variant is major": {
    edit: all(
      remove(`${sent}/properties/payment/oneOf/1`),
      remove(`${sent}/properties/payment/discriminator/mapping/invoice`),
    ),
    changes: [
      {
        ...createOrder,
        bump: "major",
        breaks: ["types", "wire"],
        pointer: `${sent}/properties/payment/discriminator/mapping/invoice`,
        says: "The discriminator value `invoice` of `payment` of `NewOrder` is gone.",
      },
      {
        ...createOrder,
        bump: "major",
        breaks: ["types", "wire"],
        pointer: `${sent}/properties/payment/oneOf/1`,
        says: "A variant of `payment` of `NewOrder` is not taken any more: `Invoice`.",
      },
    ],
  },
  "a discriminator value that is called otherwise is major": {
    edit: rename(`${sent}/properties/payment/discriminator/mapping/card`, "creditCard"),
    changes: [
      {
        ...createOrder,
        bump: "major",
        breaks: ["types", "wire"],
        pointer: `${sent}/properties/payment/discriminator/mapping/card`,
        says: "The discriminator value `card` of `payment` of `NewOrder` is gone.",
      },
      {
        ...createOrder,
        bump: "minor",
        pointer: `${sent}/properties/payment/discriminator/mapping/creditCard`,
        says: "The discriminator value `creditCard` of `payment` of `NewOrder` is new.",
      },
    ],
  },
  "another discriminator property is major": {
    edit: set(`${sent}/properties/payment/discriminator/propertyName`, "sort"),
    changes: [
      {
        ...createOrder,
        bump: "major",
        breaks: ["types", "wire"],
        pointer: `${sent}/properties/payment/discriminator/propertyName`,
        says: "`propertyName` of the discriminator of `payment` of `NewOrder` changed from `kind` to `sort`.",
      },
    ],
  },
  "a property that may only be read is major": {
    edit: set(`${sent}/properties/note/readOnly`, "true"),
    changes: [
      { ...createOrder, bump: "major", pointer: `${sent}/properties/note/readOnly`, says: "`readOnly`" },
    ],
  },
  "a new optional parameter is minor": {
    edit: set(`${parameters}/-`, "{ name: page, in: query, schema: { type: integer } }"),
    changes: [
      { ...getOrder, bump: "minor", pointer: `${parameters}/2`, says: "`page` of `getOrder` can be given" },
    ],
  },
  "a new required parameter is major": {
    edit: set(`${parameters}/-`, "{ name: page, in: query, required: true, schema: { type: integer } }"),
    changes: [
      {
        ...getOrder,
        bump: "major",
        breaks: ["types", "wire"],
        pointer: `${parameters}/2`,
        says: "The query parameter `page` of `getOrder` is new and has to be given.",
      },
    ],
  },
  "a parameter that becomes required is major": {
    edit: set(`${parameters}/0/required`, "true"),
    changes: [{ ...getOrder, bump: "major", pointer: `${parameters}/0/required`, says: "became required" }],
  },
  "a removed parameter is major": {
    edit: remove(`${parameters}/1`),
    changes: [
      {
        ...getOrder,
        bump: "major",
        breaks: ["types", "wire"],
        pointer: `${parameters}/1`,
        says: "The header parameter `X-Trace` of `getOrder` was removed.",
      },
    ],
  },
  "a renamed query parameter is major": {
    edit: set(`${parameters}/0/name`, "include"),
    changes: [
      {
        ...getOrder,
        bump: "major",
        breaks: ["types", "wire"],
        pointer: `${parameters}/0`,
        says: "The query parameter `expand` of `getOrder` was removed.",
      },
      {
        ...getOrder,
        bump: "minor",
        pointer: `${parameters}/0`,
        says: "The query parameter `include` of `getOrder` can be given now.",
      },
    ],
  },
  "a parameter that takes less is major": {
    edit: set(`${parameters}/0/schema/enum`, "[lines]"),
    changes: [
      {
        ...getOrder,
        bump: "major",
        breaks: ["types", "wire"],
        pointer: `${parameters}/0/schema/enum`,
        says: 'The query parameter `expand` of `getOrder` lost values: `"buyer"`.',
      },
    ],
  },
  "a parameter that takes more is minor": {
    edit: set(`${parameters}/0/schema/enum/-`, "history"),
    changes: [
      {
        ...getOrder,
        bump: "minor",
        pointer: `${parameters}/0/schema/enum`,
        says: 'The query parameter `expand` of `getOrder` takes the new value `"history"`.',
      },
    ],
  },
  "a parameter that is written differently is major": {
    edit: set(`${parameters}/0/style`, "pipeDelimited"),
    changes: [
      {
        ...getOrder,
        bump: "major",
        breaks: ["wire"],
        pointer: `${parameters}/0/style`,
        says: "`style` of the query parameter `expand` of `getOrder` changed from `form` to `pipeDelimited`: it is written otherwise in the request.",
      },
    ],
  },
  "a path parameter that is called otherwise is major, although the URL is the same": {
    edit: all(
      rename("#/paths/~1orders~1{id}~1cancellation", "/orders/{order}/cancellation"),
      set(
        "#/paths/~1orders~1{order}~1cancellation/parameters",
        "[{ name: order, in: path, required: true, schema: { type: integer, format: int32 } }]",
      ),
    ),
    changes: [
      {
        operationId: "cancelOrder",
        bump: "major",
        breaks: ["types"],
        pointer: "#/paths/~1orders~1{order}~1cancellation",
        says: "`/orders/{id}/cancellation` is now called `/orders/{order}/cancellation`.",
      },
      {
        ...cancelOrder,
        bump: "major",
        breaks: ["types"],
        pointer: "#/paths/~1orders~1{order}~1cancellation/parameters/0/name",
        says: "The path parameter `id` of `cancelOrder` is called `order` now.",
      },
      {
        ...cancelOrder,
        bump: "patch",
        pointer: "#/paths/~1orders~1{order}~1cancellation/parameters/0/description",
        says: "`description` of the path parameter `order` of `/orders/{order}/cancellation` changed.",
      },
    ],
  },
  "a request media type v4 that becomes v5 is major": {
    edit: rename(
      "#/paths/~1orders/post/requestBody/content/application~1vnd.example.order-v4",
      "application/vnd.example.order-v5",
    ),
    changes: [
      {
        ...createOrder,
        bump: "major",
        pointer: "#/paths/~1orders/post/requestBody/content/application~1vnd.example.order-v5",
        says: "`application/vnd.example.order-v4` became `application/vnd.example.order-v5`",
      },
    ],
  },
  "a removed request media type is major": {
    edit: remove(`${noteContent}/application~1json`),
    changes: [
      {
        ...addNote,
        bump: "major",
        pointer: `${noteContent}/application~1json`,
        says: "`application/json` was removed",
      },
    ],
  },
  "a request media type that is added behind the others is minor": {
    edit: set(`${noteContent}/text~1markdown`, "{ schema: { type: string } }"),
    changes: [
      { ...addNote, bump: "minor", pointer: `${noteContent}/text~1markdown`, says: "`text/markdown`" },
    ],
  },
  "a request media type that is added before the others is major, since it is the default": {
    edit: set(
      "#/paths/~1notes/post/requestBody/content",
      "{ text/markdown: { schema: { type: string } }, text/plain: { schema: { type: string, maxLength: 80 } }, application/json: { schema: { type: object, additionalProperties: true, properties: { text: { type: string } } } } }",
    ),
    changes: [{ ...addNote, bump: "major", pointer: `${noteContent}/text~1markdown`, says: "by default" }],
  },
  "a body that becomes required is major": {
    edit: set("#/paths/~1notes/post/requestBody/required", "true"),
    changes: [
      {
        ...addNote,
        bump: "major",
        pointer: "#/paths/~1notes/post/requestBody/required",
        says: "became required",
      },
    ],
  },
  "a body that may be left out is minor": {
    edit: remove("#/paths/~1orders/post/requestBody/required"),
    changes: [
      {
        ...createOrder,
        bump: "minor",
        pointer: "#/paths/~1orders/post/requestBody/required",
        says: "may be left out",
      },
    ],
  },
  "a required body where there was none is major": {
    edit: set(
      "#/paths/~1orders~1{id}~1cancellation/post/requestBody",
      "{ required: true, content: { application/json: { schema: { type: string } } } }",
    ),
    changes: [
      {
        ...cancelOrder,
        bump: "major",
        pointer: "#/paths/~1orders~1{id}~1cancellation/post/requestBody",
        says: "needs a body now",
      },
    ],
  },
  "an optional body where there was none is minor": {
    edit: set(
      "#/paths/~1orders~1{id}~1cancellation/post/requestBody",
      "{ content: { application/json: { schema: { type: string } } } }",
    ),
    changes: [
      {
        ...cancelOrder,
        bump: "minor",
        pointer: "#/paths/~1orders~1{id}~1cancellation/post/requestBody",
        says: "new",
      },
    ],
  },
  "a body that is not taken any more is major": {
    edit: remove("#/paths/~1notes/post/requestBody"),
    changes: [{ ...addNote, bump: "major", pointer: "#/paths/~1notes/post/requestBody", says: "removed" }],
  },
};

testSingleChanges(table);
