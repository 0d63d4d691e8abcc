import { expect, test } from "vitest";
import { acceptedMediaTypes } from "../request/negotiate.ts";
import { exampleApi, exampleOperation } from "../testing/example-api.test-support.ts";
import { readAnswer } from "./read-answer.ts";

const read = (operationId: string, response: Response, maxResponseBytes: number) => {
  const operation = exampleOperation(operationId);
  const askedFor = { operation, accepted: acceptedMediaTypes(operation, []) };
  return readAnswer(response, askedFor, exampleApi.mediaTypes, {
    maxResponseBytes,
    time: { race: <T>(work: Promise<T>) => work, progressed: () => undefined },
  });
};

test("bytes keep their media type", async () => {
  const headers = { "content-type": "application/octet-stream" };
  const answer = await read("downloadFile", new Response("abc", { headers }), 10);
  expect(answer).toMatchObject({ kind: "data", data: { type: "application/octet-stream", size: 3 } });
});

test("a refusal whose body is too large has none, though its beginning can be read", async () => {
  const json = { "content-type": "application/json" };
  const answer = await read("listThings", new Response("1234", { status: 400, headers: json }), 2);
  expect(answer).toEqual({ kind: "refused", body: undefined, text: "12" });
});

test("a success whose body is too large is unexpected", async () => {
  const json = { "content-type": "application/json" };
  expect(await read("listThings", new Response("1234", { headers: json }), 2)).toMatchObject({
    kind: "unexpected",
    problem: "the body has more than 2 bytes (`maxResponseBytes`).",
  });
});
