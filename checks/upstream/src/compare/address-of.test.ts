import { expect, test } from "vitest";
import { addressOf } from "./address-of.ts";

const document = {
  paths: {
    "/things/{id}": {
      parameters: [{ in: "path", name: "id" }],
      get: { parameters: [{ in: "query", name: "limit" }] },
    },
  },
};
const thing = "#/paths/~1things~1{id}";

test.each([
  ["#/servers/0", "the whole API"],
  ["#/components/responses/NotFound", "response NotFound"],
  ["#/components/schemas/Node", "schema Node"],
  ["#/components/schemas/Workflow/properties/nodes/items/properties/next", "schema Workflow: nodes[].next"],
  [
    "#/components/schemas/Workflow/allOf/1/properties/labels/additionalProperties",
    "schema Workflow: labels.*",
  ],
  ["#/components/schemas/Pet/oneOf/0/properties/items", "schema Pet: <0>.items"],
  ["#/components/schemas/Odd/properties/properties/properties/items/items", "schema Odd: properties.items[]"],
  [`${thing}/get`, "GET /things/{id}"],
  [`${thing}/parameters/0`, "/things/{id}: path id"],
  [`${thing}/get/parameters/0/schema/items`, "GET /things/{id}: query limit[]"],
  [
    `${thing}/post/requestBody/content/application~1json/schema/properties/a`,
    "POST /things/{id}: request body application/json.a",
  ],
  [`${thing}/get/responses/200/headers/X-Trace/schema`, "GET /things/{id}: 200 header X-Trace"],
])("%s is %s", (pointer, address) => {
  expect(addressOf(document, pointer)).toBe(address);
});

test("what is lacking comes last", () => {
  expect(addressOf(document, "#/components/schemas/Node", ".next")).toBe("schema Node: next");
  expect(addressOf(document, `${thing}/get`, "404")).toBe("GET /things/{id}: 404");
});
