import { dripAnswer } from "../../script/drip-answer.ts";
import type { CatalogueContext } from "../catalogue-context.ts";
import type { CatalogueRow } from "../catalogue-row.ts";
import { createRow } from "../create-row.ts";
import { statusExpected, timesOut } from "../expected.ts";

/**
 * Single bytes at intervals, which only a limit on the whole call ends. The suite's limit has to be shorter than the
 * response, which has some hundred bytes.
 */
export function dripRows({ ok, dripMilliseconds }: CatalogueContext): CatalogueRow[] {
  const long = { ...ok, body: `${" ".repeat(1000)}${ok.body}` };
  return [
    createRow(
      "drip",
      "a byte now and then from the first",
      dripAnswer(long, "start", dripMilliseconds),
      timesOut,
      {
        endsBy: "timeout",
      },
    ),
    createRow(
      "drip",
      "a byte now and then of the body",
      dripAnswer(long, "body", dripMilliseconds),
      timesOut,
      {
        endsBy: "timeout",
        answered: true,
        status: 200,
      },
    ),
    createRow(
      "drip",
      "a byte now and then of the body of a 409",
      dripAnswer({ ...long, status: 409 }, "body", dripMilliseconds),
      // The status determines the outcome; the rules leave open which of the two kinds is reported.
      { ...statusExpected(409), kinds: ["http", "timeout"], outcomeUnknown: false, repeats: { POST: false } },
      { endsBy: "timeout", answered: true, status: 409 },
    ),
  ];
}
