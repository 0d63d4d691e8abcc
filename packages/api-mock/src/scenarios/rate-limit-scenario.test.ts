import { expect, test } from "vitest";
import { readSpecification } from "../api/read-specification.ts";
import { libraryDocument } from "../testing/library-document.test-support.ts";
import { rateLimitScenario } from "./rate-limit-scenario.ts";
import { startScenario } from "./start-scenario.ts";

test("it counts down, refuses, and starts again when the time of Retry-After is over", () => {
  let now = 0;
  const { operations } = readSpecification(libraryDocument);
  const operation = operations.find(({ operationId }) => operationId === "sendParcels");
  if (operation === undefined) throw new Error("no operation");
  const { play: next } = startScenario([rateLimitScenario(operations, () => now)], {
    name: "rate-limit",
    options: { limit: 2, retryAfter: 3 },
  });
  const play = () => next({ operation, key: undefined, about: () => "" });

  const through = (remaining: string) => ({
    headers: { "x-ratelimit-limit": "2", "x-ratelimit-remaining": remaining },
  });
  const refused = {
    refuse: { status: 429, empty: false },
    headers: { "x-ratelimit-limit": "2", "x-ratelimit-remaining": "0", "retry-after": "3" },
  };
  expect([play(), play(), play()]).toEqual([through("1"), through("0"), refused]);
  now = 2999;
  expect(play()).toEqual(refused);
  now = 3000;
  expect(play()).toEqual(through("1"));
});
