import { expect, test } from "vitest";
import type { ForwardedRequest } from "../refusing/decide-request.ts";
import { changeAnswer } from "./change-answer.ts";

const vendor = "application/vnd.example.shelf-v1";
const disguised = new Set([vendor]);
const response = { mediaTypes: [], bodyMayBeEmpty: true, exampleNames: {}, headerNames: [] };
const request: ForwardedRequest = {
  operation: {
    described: {},
    operationId: "putX",
    method: "PUT",
    path: "/x",
    requestMediaTypes: [vendor],
    successMediaTypes: [],
    responses: { "4XX": response },
    headerParameters: [],
    keyHeaders: [],
  },
  headers: { accept: "*/*", prefer: "code=409" },
  mediaType: vendor,
  bodyIsJson: true,
  answerMediaType: undefined,
  emptyBodyOf: 409,
};

test("the media type gets its own name back", () => {
  expect(changeAnswer(request, disguised, { status: 200, contentType: `${vendor}+json` })).toEqual({
    empty: false,
    headers: { "content-type": vendor },
  });
});

test("only the answer of the status asked for loses its body", () => {
  const answer = { status: 409, contentType: "application/json" };
  expect(changeAnswer(request, disguised, answer)).toEqual({
    empty: true,
    headers: { "content-type": undefined, "content-length": "0" },
  });
  expect(changeAnswer(request, disguised, { ...answer, status: 401 }).empty).toBe(false);
});
