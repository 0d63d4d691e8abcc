import { all, remove, rename, replaceEverywhere, set } from "./testing/edits.test-support.ts";
import { type SingleChange, testSingleChanges } from "./testing/single-change.test-support.ts";

// Responses: a change breaks when code for the old responses reads something else, or no longer compiles.
const read = "#/components/schemas/OrderResult";
const known = "#/components/schemas/KnownOutcome";
const createOrder = { direction: "response", operationId: "createOrder" } as const;
const answers = "#/paths/~1orders/post/responses";
const v4 = `${answers}/201/content/application~1vnd.example.order-v4`;

const table: Record<string, SingleChange> = {
  "a new property is minor": {
    edit: set(`${read}/properties/weight`, "{ type: number }"),
    changes: [
      {
        ...createOrder,
        bump: "minor",
        pointer: `${read}/properties/weight`,
        says: "`weight` of `OrderResult` is new",
      },
    ],
  },
  "a new property that is always there is minor": {
    edit: all(set(`${read}/properties/weight`, "{ type: number }"), set(`${read}/required/-`, "weight")),
    changes: [
      {
        ...createOrder,
        bump: "minor",
        pointer: `${read}/properties/weight`,
        says: "`weight` of `OrderResult` is new, and always there.",
      },
    ],
  },
  "a removed optional property is major, although the new type fits the old one": {
    edit: remove(`${read}/properties/message`),
    changes: [
      {
        ...createOrder,
        bump: "major",
        pointer: `${read}/properties/message`,
        says: "`message` of `OrderResult` was removed",
      },
    ],
  },
  "a removed property of an open object is major": {
    edit: all(set(`${read}/additionalProperties`, "true"), remove(`${read}/properties/message`)),
    changes: [
      {
        ...createOrder,
        bump: "major",
        breaks: ["types", "wire"],
        pointer: `${read}/properties/message`,
        says: "`message` of `OrderResult` was removed.",
      },
    ],
  },
  "a renamed property is major": {
    edit: rename(`${read}/properties/message`, "text"),
    changes: [
      { ...createOrder, bump: "major", pointer: `${read}/properties/message`, says: "was removed" },
      {
        ...createOrder,
        bump: "minor",
        pointer: `${read}/properties/text`,
        says: "`text` of `OrderResult` is new",
      },
    ],
  },
  "a required property that becomes optional is major": {
    edit: set(`${read}/required`, "[id]"),
    changes: [
      {
        ...createOrder,
        bump: "major",
        breaks: ["types", "wire"],
        pointer: `${read}/required`,
        says: "`status` of `OrderResult` is no longer required, and may be missing.",
      },
    ],
  },
  "an optional property that becomes required is minor": {
    edit: set(`${read}/required/-`, "message"),
    changes: [
      {
        ...createOrder,
        bump: "minor",
        pointer: `${read}/required`,
        says: "`message` of `OrderResult` is always there",
      },
    ],
  },
  "a new enum value is minor, since generated types have an arm for unknown values": {
    edit: set(`${read}/properties/status/enum/-`, "lost"),
    changes: [
      {
        ...createOrder,
        bump: "minor",
        pointer: `${read}/properties/status/enum`,
        says: '`status` of `OrderResult` has new values: `"lost"`.',
      },
    ],
  },
  "a removed enum value is major, since a comparison with it no longer compiles": {
    edit: set(`${read}/properties/status/enum`, "[open]"),
    changes: [
      {
        ...createOrder,
        bump: "major",
        breaks: ["types"],
        pointer: `${read}/properties/status/enum`,
        says: '`status` of `OrderResult` has lost values that code may name: `"closed"`.',
      },
    ],
  },
  "null where there was none is major": {
    edit: set(`${read}/properties/message/type`, "[string, 'null']"),
    changes: [
      {
        ...createOrder,
        bump: "major",
        breaks: ["types", "wire"],
        pointer: `${read}/properties/message/type`,
        says: "`message` of `OrderResult` can be null now.",
      },
    ],
  },
  "no null any more is minor": {
    edit: set(`${read}/properties/total/type`, "number"),
    changes: [
      {
        ...createOrder,
        bump: "minor",
        pointer: `${read}/properties/total/type`,
        says: "`total` of `OrderResult` is never null any more.",
      },
    ],
  },
  "another type is major": {
    edit: set(`${read}/properties/id/type`, "string"),
    changes: [
      {
        ...createOrder,
        bump: "major",
        breaks: ["types", "wire"],
        pointer: `${read}/properties/id/type`,
        says: "`id` of `OrderResult` changed its type from `integer` to `string`.",
      },
    ],
  },
  "a wider number is major": {
    edit: set(`${read}/properties/id/type`, "number"),
    changes: [
      {
        ...createOrder,
        bump: "major",
        breaks: ["wire"],
        pointer: `${read}/properties/id/type`,
        says: "`id` of `OrderResult` can be any number now, not only a whole one.",
      },
    ],
  },
  "a limit that is lifted is major": {
    edit: set(`${read}/properties/message/maxLength`, "400"),
    changes: [
      {
        ...createOrder,
        bump: "major",
        breaks: ["wire"],
        pointer: `${read}/properties/message/maxLength`,
        says: "`maxLength` of `message` of `OrderResult` changed from `200` to `400`, which allows more.",
      },
    ],
  },
  "a promise that is added is minor": {
    edit: set(`${read}/properties/message/format`, "uri"),
    changes: [{ ...createOrder, bump: "minor", pointer: `${read}/properties/message/format`, says: "uri" }],
  },
  "another default is patch, since an answer says what it is": {
    edit: set(`${read}/properties/message/default`, "none"),
    changes: [
      { ...createOrder, bump: "patch", pointer: `${read}/properties/message/default`, says: "`default`" },
    ],
  },
  "a new variant is minor where readers deal with unknown variants": {
    edit: all(
      set(
        "#/components/schemas/Returned",
        "{ type: object, required: [kind], properties: { kind: { const: returned } } }",
      ),
      set(`${known}/oneOf/-`, "{ $ref: '#/components/schemas/Returned' }"),
      set(`${known}/discriminator/mapping/returned`, "'#/components/schemas/Returned'"),
      set("#/components/schemas/UnknownOutcome/properties/kind/not/enum/-", "returned"),
    ),
    changes: [
      {
        ...createOrder,
        bump: "minor",
        pointer: `${known}/discriminator/mapping/returned`,
        says: "The discriminator value `returned` of `KnownOutcome` is new.",
      },
      {
        ...createOrder,
        bump: "minor",
        pointer: `${known}/oneOf/2`,
        says: "A variant of `KnownOutcome` is new: `Returned`.",
      },
      { bump: "minor", pointer: "#/components/schemas/Returned", says: "The type `Returned` is new." },
      {
        ...createOrder,
        bump: "patch",
        pointer: "#/components/schemas/UnknownOutcome/properties/kind/not",
        says: "`enum` of `kind` of `UnknownOutcome` changed, as the variants did.",
      },
    ],
  },
  "a removed variant is major, since code that names it no longer compiles": {
    edit: all(
      remove(`${known}/oneOf/1`),
      remove(`${known}/discriminator/mapping/lost`),
      set("#/components/schemas/UnknownOutcome/properties/kind/not/enum", "[shipped]"),
    ),
    changes: [
      {
        ...createOrder,
        bump: "major",
        breaks: ["types", "wire"],
        pointer: `${known}/discriminator/mapping/lost`,
        says: "The discriminator value `lost` of `KnownOutcome` is gone.",
      },
      {
        ...createOrder,
        bump: "major",
        breaks: ["types"],
        pointer: `${known}/oneOf/1`,
        says: "A variant of `KnownOutcome` is gone: `Lost`; code that names it does not compile.",
      },
      {
        ...createOrder,
        bump: "patch",
        pointer: "#/components/schemas/UnknownOutcome/properties/kind/not",
        says: "`enum` of `kind` of `UnknownOutcome` changed, as the variants did.",
      },
    ],
  },
  "a property of a variant that is gone is major": {
    edit: remove("#/components/schemas/Shipped/properties/carrier"),
    changes: [
      {
        ...createOrder,
        bump: "major",
        pointer: "#/components/schemas/Shipped/properties/carrier",
        says: "was removed",
      },
    ],
  },
  "a discriminator value that is called otherwise is major": {
    edit: all(
      rename(`${known}/discriminator/mapping/lost`, "gone"),
      set("#/components/schemas/Lost/properties/kind/const", "gone"),
      set("#/components/schemas/UnknownOutcome/properties/kind/not/enum", "[shipped, gone]"),
    ),
    changes: [
      {
        ...createOrder,
        bump: "major",
        breaks: ["types", "wire"],
        pointer: `${known}/discriminator/mapping/lost`,
        says: "The discriminator value `lost` of `KnownOutcome` is gone.",
      },
      {
        ...createOrder,
        bump: "major",
        breaks: ["types"],
        pointer: "#/components/schemas/Lost/properties/kind/const",
        says: '`kind` of `Lost` has lost values that code may name: `"lost"`.',
      },
      {
        ...createOrder,
        bump: "major",
        breaks: ["types", "wire"],
        pointer: "#/components/schemas/Lost/properties/kind/const",
        says: '`kind` of `Lost` has the new value `"gone"`, which old code does not expect.',
      },
      {
        ...createOrder,
        bump: "minor",
        pointer: `${known}/discriminator/mapping/gone`,
        says: "The discriminator value `gone` of `KnownOutcome` is new.",
      },
      {
        ...createOrder,
        bump: "patch",
        pointer: "#/components/schemas/UnknownOutcome/properties/kind/not",
        says: "`enum` of `kind` of `UnknownOutcome` changed, as the variants did.",
      },
    ],
  },
  "a success that is new and looks otherwise is major, since every result can be it": {
    edit: set(
      `${answers}/202`,
      "{ description: Later., content: { application/vnd.example.order-v4: { schema: { $ref: '#/components/schemas/Problem' } } } }",
    ),
    changes: [
      {
        ...createOrder,
        bump: "major",
        pointer: `${answers}/202/content/application~1vnd.example.order-v4`,
        says: "cannot read",
      },
    ],
  },
  "a success that is new and looks the same is minor": {
    edit: set(
      `${answers}/202`,
      "{ description: Later., content: { application/vnd.example.order-v4: { schema: { $ref: '#/components/schemas/OrderResult' } } } }",
    ),
    changes: [
      {
        ...createOrder,
        bump: "minor",
        pointer: `${answers}/202`,
        says: "The 202 answer of `createOrder` is new",
      },
    ],
  },
  "a success that is new and empty is major": {
    edit: set(`${answers}/204`, "{ description: Nothing. }"),
    changes: [{ ...createOrder, bump: "major", pointer: `${answers}/204`, says: "without a body" }],
  },
  "a refusal that is new is minor": {
    edit: set(`${answers}/402`, "{ $ref: '#/components/responses/Refused' }"),
    changes: [
      {
        ...createOrder,
        bump: "minor",
        pointer: `${answers}/402`,
        says: "The 402 answer of `createOrder` is new",
      },
    ],
  },
  "a refusal that is gone is major": {
    edit: remove(`${answers}/409`),
    changes: [
      { ...createOrder, bump: "major", pointer: `${answers}/409`, says: "Response `409` was removed" },
    ],
  },
  "a success with another status is major": {
    edit: rename(`${answers}/201`, "200"),
    changes: [{ ...createOrder, bump: "major", pointer: `${answers}/200`, says: "`201` became `200`" }],
  },
  "a response media type v4 that becomes v5 is major": {
    edit: rename(v4, "application/vnd.example.order-v5"),
    changes: [
      {
        ...createOrder,
        bump: "major",
        pointer: `${answers}/201/content/application~1vnd.example.order-v5`,
        says: "`application/vnd.example.order-v4` became `application/vnd.example.order-v5`",
      },
    ],
  },
  "a second response media type with the same body is minor": {
    edit: set(
      `${answers}/201/content/application~1vnd.example.order-v5`,
      "{ schema: { $ref: '#/components/schemas/OrderResult' } }",
    ),
    changes: [
      {
        ...createOrder,
        bump: "minor",
        pointer: `${answers}/201/content/application~1vnd.example.order-v5`,
        says: "is new",
      },
    ],
  },
  "a second response media type with another body is minor, since nobody gets it who does not ask": {
    edit: set(
      `${answers}/201/content/application~1vnd.example.order-v5`,
      "{ schema: { type: object, properties: { number: { type: integer } } } }",
    ),
    changes: [
      {
        ...createOrder,
        bump: "minor",
        pointer: `${answers}/201/content/application~1vnd.example.order-v5`,
        says: "is new",
      },
    ],
  },
  "a response media type before the others is major, since it is asked for by default": {
    edit: all(
      rename(v4, "application/vnd.example.order-v5"),
      set(v4, "{ schema: { $ref: '#/components/schemas/OrderResult' } }"),
    ),
    changes: [
      {
        ...createOrder,
        bump: "major",
        pointer: `${answers}/201/content/application~1vnd.example.order-v5`,
        says: "by default",
      },
    ],
  },
  "a success with another status is asked for in its first media type, which old code must be able to read": {
    edit: set(
      `${answers}/202`,
      "{ description: Later., content: { application/vnd.example.order-v4: { schema: { $ref: '#/components/schemas/OrderResult' } }, text/csv: { schema: { type: string } } } }",
    ),
    changes: [{ ...createOrder, bump: "minor", pointer: `${answers}/202`, says: "202 answer" }],
  },
  "a success with another status whose first media type old code cannot read is major": {
    edit: set(
      `${answers}/202`,
      "{ description: Later., content: { text/csv: { schema: { type: string } }, application/vnd.example.order-v4: { schema: { $ref: '#/components/schemas/OrderResult' } } } }",
    ),
    changes: [
      { ...createOrder, bump: "major", pointer: `${answers}/202/content/text~1csv`, says: "cannot read" },
    ],
  },
  "a header that is gone is major": {
    edit: remove(`${answers}/201/headers/x-request-id`),
    changes: [
      { ...createOrder, bump: "major", pointer: `${answers}/201/headers/x-request-id`, says: "x-request-id" },
    ],
  },
  "a new header is minor": {
    edit: set(`${answers}/201/headers/Retry-After`, "{ schema: { type: integer } }"),
    changes: [
      { ...createOrder, bump: "minor", pointer: `${answers}/201/headers/Retry-After`, says: "`Retry-After`" },
    ],
  },
  "a success that may come without a body is major": {
    edit: set(`${answers}/201/x-body-may-be-empty`, "true"),
    changes: [
      {
        ...createOrder,
        bump: "major",
        pointer: `${answers}/201/x-body-may-be-empty`,
        says: "x-body-may-be-empty",
      },
    ],
  },
  "a refusal that always has a body is patch, since generated types expect none": {
    edit: set("#/components/responses/Refused/x-body-may-be-empty", "false"),
    changes: [
      {
        ...createOrder,
        bump: "patch",
        pointer: "#/components/responses/Refused/x-body-may-be-empty",
        says: "The 400 answer of `createOrder` always has a body (`x-body-may-be-empty`).",
      },
      {
        operationId: "getOrder",
        direction: "response",
        bump: "patch",
        pointer: "#/components/responses/Refused/x-body-may-be-empty",
        says: "The 404 answer of `getOrder` always has a body (`x-body-may-be-empty`).",
      },
    ],
  },
  "a schema of several operations names them": {
    edit: remove("#/components/schemas/Problem/properties/title"),
    changes: [
      {
        direction: "response",
        bump: "major",
        pointer: "#/components/schemas/Problem/properties/title",
        says: "was removed. (`createOrder`, `getOrder`)",
      },
    ],
  },
  "a schema with another name is major, since its type is imported by it": {
    edit: all(
      rename(read, "Outcome"),
      replaceEverywhere("#/components/schemas/OrderResult", "#/components/schemas/Outcome"),
    ),
    changes: [
      { bump: "major", pointer: "#/components/schemas/OrderResult", says: "The type `OrderResult` is gone" },
      { bump: "minor", pointer: "#/components/schemas/Outcome", says: "`Outcome` is new" },
    ],
  },
};

testSingleChanges(table);
