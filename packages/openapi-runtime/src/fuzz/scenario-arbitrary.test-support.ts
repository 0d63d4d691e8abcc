import { type Fault, faultCatalogue } from "@np6/fault-server";
import * as fc from "fast-check";
import { exampleKey } from "../testing/example-client.test-support.ts";
import { faultArbitrary, waitsForNobody } from "./fault-arbitrary.test-support.ts";
import type { Scenario } from "./scenario.test-support.ts";

/**
 * Any call, with any settings, answered by any faults. Times are short, so that hundreds of calls take seconds.
 * @param otherOrigin - target of redirects
 */
export function scenarioArbitrary(otherOrigin: string): fc.Arbitrary<Scenario> {
  return fc.record({
    operationId: fc.constantFrom("listThings", "createThing", "runThing", "deleteThing"),
    face: fc.constantFrom("by-operation", "by-path"),
    maxAttempts: fc.integer({ min: 1, max: 4 }),
    nonIdempotentOn503: fc.boolean(),
    nonIdempotentWhenUnknown: fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, fc.boolean()),
    attemptTimeoutMs: fc.integer({ min: 10, max: 60 }),
    deadlineMs: fc.integer({ min: 20, max: 120 }),
    maxResponseBytes: fc.constantFrom(1, 100, 65_536),
    abort: fc.oneof(
      { weight: 4, arbitrary: fc.constant({ at: "never" as const }) },
      fc.constantFrom(...(["before", "request", "response", "retry"] as const).map((at) => ({ at }))),
      fc.integer({ min: 0, max: 40 }).map((milliseconds) => ({ at: "time" as const, milliseconds })),
    ),
    faults: fc.array(
      fc.oneof(
        { weight: 4, arbitrary: faultArbitrary(otherOrigin) },
        { weight: 1, arbitrary: fc.constantFrom(...cataloguedFaults(otherOrigin)) },
      ),
      { minLength: 1, maxLength: 4 },
    ),
  });
}

/** The catalogue's faults of a server alone, without 421, which Node's fetch repeats itself. */
function cataloguedFaults(otherOrigin: string): Fault[] {
  const rows = faultCatalogue({
    contentType: "application/json",
    json: '[{"id":1}]',
    otherOrigin,
    secret: exampleKey,
    bombBytes: 2 ** 20,
  });
  return rows
    .filter(({ address, expected }) => address === "http" && !expected.platformMayRepeat)
    .filter(({ status }) => status !== 407)
    .flatMap((row) => row.script())
    .filter((fault) => !waitsForNobody(fault));
}
