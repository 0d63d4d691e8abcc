import { expect, test } from "vitest";
import { describeCredentials, keyHeaders } from "./credentials.ts";

const securitySchemes = {
  apiKey: { type: "apiKey", in: "header", name: "X-Key" },
  cookie: { type: "apiKey", in: "cookie", name: "session" },
  bearer: { type: "http", scheme: "bearer" },
};
const withSchemes = { components: { securitySchemes }, security: [{ apiKey: [] }] };
const parameter = { name: "X-Key", in: "header", required: true };

test("the headers that carry a key are those of the security schemes, and no others", () => {
  expect([...keyHeaders(withSchemes)]).toEqual(["x-key"]);
  expect([...keyHeaders({})]).toEqual([]);
});

test("a scheme of the document and a parameter of the operation are the same credentials", () => {
  const header = "header x-key";
  expect(describeCredentials(withSchemes, {}, [])).toBe(header);
  expect(describeCredentials({}, {}, [parameter])).toBe(header);
  expect(describeCredentials(withSchemes, {}, [parameter])).toBe(header);
});

test.each([
  ["nothing", withSchemes, { security: [] }, []],
  ["header x-key (optional)", {}, {}, [{ ...parameter, required: false }]],
  ["cookie session and header x-key", withSchemes, { security: [{ apiKey: [], cookie: [] }] }, []],
  ["header x-key or http bearer", withSchemes, { security: [{ bearer: [] }, { apiKey: [] }] }, []],
  ["scheme lost", withSchemes, { security: [{ lost: [] }] }, []],
])("%s", (credentials, document, operation, parameters) => {
  expect(describeCredentials(document, operation, parameters)).toBe(credentials);
});
