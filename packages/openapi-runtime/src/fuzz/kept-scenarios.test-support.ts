import { respond } from "@np6/fault-server";
import type { Scenario } from "./scenario.test-support.ts";

/** Scenarios that the fuzz test found, with the fault that each showed; they run every time. */
export const keptScenarios: readonly { readonly because: string; readonly scenario: Partial<Scenario> }[] = [
  {
    because: "two equal Retry-After headers are none, and must not be waited for",
    scenario: {
      operationId: "listThings",
      maxAttempts: 2,
      faults: [
        respond({
          status: 503,
          headers: [
            ["Retry-After", "1"],
            ["Retry-After", "1"],
          ],
        }),
        respond({ status: 200, headers: [["Content-Type", "application/json"]], body: "[]" }),
      ],
    },
  },
];
