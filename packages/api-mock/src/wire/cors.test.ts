import { afterAll, beforeAll, expect, test } from "vitest";
import { type ApiMock, startMockOf } from "../session/start-mock-of.ts";
import { testDocument } from "../testing/shelves-document.test-support.ts";

let mock: ApiMock;
beforeAll(async () => {
  mock = await startMockOf(testDocument, { cors: true });
});
afterAll(() => mock.close());

const origin = "https://page.example";
const preflight = {
  method: "OPTIONS",
  headers: {
    Origin: origin,
    "Access-Control-Request-Method": "PUT",
    "Access-Control-Request-Headers": "x-key,content-type",
  },
};

test("with cors a page of another origin is allowed to send and to read", async () => {
  const asked = await fetch(`${mock.url}/shelves/7`, preflight);
  expect(asked.status).toBe(204);
  expect(Object.fromEntries(asked.headers)).toMatchObject({
    "access-control-allow-origin": origin,
    "access-control-allow-methods": "PUT",
    "access-control-allow-headers": "x-key,content-type",
  });
  const response = await fetch(`${mock.url}/shelves`, { headers: { Origin: origin, "X-Key": "k" } });
  expect(response.headers.get("access-control-allow-origin")).toBe(origin);
  expect(mock.requestCount).toBe(1);
});

test("without it nothing is: the real API documents no CORS", async () => {
  const other = await mock.session();
  expect((await fetch(`${other.url}/shelves/7`, preflight)).status).toBe(405);
  const response = await fetch(`${other.url}/shelves`, { headers: { Origin: origin, "X-Key": "k" } });
  expect(response.headers.get("access-control-allow-origin")).toBeNull();
});
