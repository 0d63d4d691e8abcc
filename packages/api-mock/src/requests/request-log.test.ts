import { expect, test } from "vitest";
import type { ReceivedRequest } from "./received-request.ts";
import { createRequestLog } from "./request-log.ts";

function request(path: string): ReceivedRequest {
  return {
    number: 1,
    method: "GET",
    path,
    query: "",
    requestId: undefined,
    operationId: undefined,
    headers: {},
    body: undefined,
    valid: true,
    violations: [],
    scenarios: [],
    status: undefined,
    milliseconds: undefined,
  };
}
const paths = (requests: readonly ReceivedRequest[]): string[] => requests.map(({ path }) => path);

test("the oldest requests make room, and are still counted", () => {
  const log = createRequestLog({ requests: 2, bytes: 100 });
  for (const path of ["/1", "/2", "/3"]) log.add(request(path), 0);
  expect(paths(log.requests)).toEqual(["/2", "/3"]);
  expect(log.count).toBe(3);
});

test("large bodies make room too, but the latest request stays", () => {
  const log = createRequestLog({ requests: 10, bytes: 100 });
  log.add(request("/1"), 60);
  log.add(request("/2"), 60);
  expect(paths(log.requests)).toEqual(["/2"]);
  log.add(request("/3"), 1000);
  expect(paths(log.requests)).toEqual(["/3"]);
});

test("clearing does not empty what somebody already looks at", () => {
  const log = createRequestLog();
  log.add(request("/1"), 1);
  const seen = log.requests;
  log.clear();
  expect([paths(seen), log.requests, log.count]).toEqual([["/1"], [], 0]);
});
