import { expect, test } from "vitest";
import type { Violation } from "../checking/violation.ts";
import type { ForwardedRequest } from "../refusing/decide-request.ts";
import { askForBadRequest } from "./ask-for-bad-request.ts";

const vendor = "application/vnd.example.shelf-v1";
const response = { mediaTypes: [], bodyMayBeEmpty: true, exampleNames: {}, headerNames: [] };
const request = (...statuses: string[]): ForwardedRequest => ({
  operation: {
    described: {},
    operationId: "putX",
    method: "PUT",
    path: "/x",
    requestMediaTypes: [vendor],
    successMediaTypes: [],
    responses: Object.fromEntries(statuses.map((status) => [status, response])),
    headerParameters: [],
    keyHeaders: [],
  },
  headers: { accept: "*/*", prefer: "code=409" },
  mediaType: vendor,
  bodyIsJson: true,
  answerMediaType: undefined,
  emptyBodyOf: 409,
});
const broken: readonly Violation[] = [
  {
    location: ["request", "body", "name"],
    severity: "Error",
    code: "type",
    message: "Request body property name must be string",
  },
];

test.each([
  [["400"], 400],
  [["4XX"], 400],
  [["default"], 400],
  [["400", "422"], 422],
])(
  "of an operation that documents %j, Prism is asked for %i, whatever the client asked for",
  (statuses, code) => {
    expect(askForBadRequest(request(...statuses), broken)).toMatchObject({
      headers: { prefer: `code=${code}` },
      emptyBodyOf: undefined,
    });
  },
);

test("where no such status is documented, the mock refuses with what is wrong", () => {
  expect(askForBadRequest(request("200"), broken)).toEqual({
    status: 400,
    detail: "putX does not accept this body. Request body property name must be string.",
  });
});
