import type { Answer } from "../script/answer.ts";
import type { Fault } from "../script/fault.ts";
import { respond } from "../script/respond.ts";
import type { CatalogueRow, Expected, FaultGroup } from "./catalogue-row.ts";

type Exceptions = Partial<
  Pick<CatalogueRow, "address" | "warmUpCalls" | "endsBy" | "answered" | "status" | "script">
>;

/**
 * Makes a row with one fault, on a fresh http connection, that ends the call itself.
 * @param exceptions - fields with other values
 */
export function createRow(
  group: FaultGroup,
  name: string,
  fault: Fault,
  expected: Expected,
  exceptions: Exceptions = {},
): CatalogueRow {
  return {
    name,
    group,
    address: "http",
    warmUpCalls: 0,
    endsBy: "itself",
    script: () => [fault],
    answered: false,
    mayHaveRun: fault.begin === "request",
    expected,
    ...exceptions,
  };
}

/** Makes a row with a whole response, in one write. */
export function createAnswerRow(
  group: FaultGroup,
  name: string,
  answer: Answer & { readonly status: number },
  expected: Expected,
): CatalogueRow {
  return createRow(group, name, respond(answer), expected, { answered: true, status: answer.status });
}
