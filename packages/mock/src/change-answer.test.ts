import { expect, test } from "vitest";
import { askForBadRequest } from "./ask-for-bad-request.ts";
import { changeAnswer } from "./change-answer.ts";
import type { ForwardedRequest } from "./decide-request.ts";
import { readJson } from "./read-json.ts";

const vendor = "application/vnd.example.shelf-v1";
const disguised = new Set([vendor]);
const response = { mediaTypes: [], bodyMayBeEmpty: true, exampleNames: [], headerNames: [] };
const request: ForwardedRequest = {
  operation: {
    operationId: "putX",
    method: "PUT",
    path: "/x",
    requestMediaTypes: [vendor],
    successMediaTypes: [],
    responses: { "4XX": response },
    keyHeaders: [],
  },
  headers: { accept: "*/*", prefer: "code=409" },
  bodyIsJson: true,
  emptyBodyOf: 409,
};

test("the media type gets its own name back", () => {
  expect(changeAnswer(request, disguised, undefined, { status: 200, contentType: `${vendor}+json` })).toEqual(
    {
      empty: false,
      headers: { "content-type": vendor },
    },
  );
});

test("only the answer of the status asked for loses its body", () => {
  const answer = { status: 409, contentType: "application/json" };
  expect(changeAnswer(request, disguised, undefined, answer)).toEqual({
    empty: true,
    headers: { "content-type": undefined, "content-length": "0" },
  });
  expect(changeAnswer(request, disguised, undefined, { ...answer, status: 401 }).empty).toBe(false);
});

test("a body that is not JSON is a violation of the 400, not of a 401, in characters that a header can carry", () => {
  const { fault } = readJson(Buffer.from('{"日本"'));
  const { headers } = changeAnswer(request, disguised, fault, { status: 400, contentType: undefined });
  expect(headers["sl-violations"]).toMatch(
    /^\[\{"location":\["request","body"\][\x20-\x7e]*must be JSON: [\x20-\x7e]+$/,
  );
  expect(changeAnswer(request, disguised, fault, { status: 401, contentType: undefined }).headers).toEqual(
    {},
  );
});

test("Prism is asked for the documented 400 in place of a body that it could not read", () => {
  expect(askForBadRequest(request, "fault")).toMatchObject({
    headers: { accept: "*/*", prefer: "code=400" },
    emptyBodyOf: undefined,
  });
});

test("without a documented 400 the mock refuses itself", () => {
  const undocumented = { ...request, operation: { ...request.operation, responses: { "200": response } } };
  expect(askForBadRequest(undocumented, "fault")).toMatchObject({
    status: 400,
    detail: expect.stringContaining("fault"),
  });
});

test("JSON has no fault, and anything else one", () => {
  expect(readJson(Buffer.from(' {"a": [1]} '))).toEqual({ value: { a: [1] } });
  expect(readJson(Buffer.from("\ufeff{}")).fault).toBeDefined();
  expect(readJson(Buffer.from("{'a': 1}")).fault).toContain("(8 bytes came)");
});
