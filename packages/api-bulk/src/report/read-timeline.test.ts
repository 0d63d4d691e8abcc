import { expect, test } from "vitest";
import { openJournalWith } from "../journal/open-journal.ts";
import { planJob } from "../planning/plan-job.ts";
import { temporaryJournal } from "../testing/temporary-journal.test-support.ts";
import { readTimeline } from "./read-timeline.ts";
import { renderReportPage } from "./render-page.ts";

const minute = 60_000;

async function planned(total: number) {
  const clock = { now: Date.UTC(2026, 10, 27, 17) };
  const journal = await openJournalWith(temporaryJournal(), { now: () => clock.now });
  const rows = Array.from({ length: total }, (_, index) => ({ item: `<b>R${index}` }));
  await planJob(journal, { operation: "<i>send", input: { "<u>": "&" }, rows });
  return { journal, clock };
}

test("a job over a weekend: what was answered, a death, a rest that is left out, and what was resolved", async () => {
  const { journal, clock } = await planned(100);
  const friday = await journal.startRunner({ maxAtStake: 100 });
  const first = await friday.take(40);
  clock.now += 10_000;
  const outcomes = [{ index: 3, state: "failed", reason: "no" }] as const;
  if (first !== undefined) await friday.settle(first, { to: "answered", outcomes }, { status: 200 });
  await friday.take(20);
  // The process dies on Friday. On Monday the job is resumed.
  await friday.end();
  clock.now += 60 * 60 * minute;
  const monday = await journal.startRunner({ maxAtStake: 100 });
  const second = await monday.take(40);
  clock.now += 10_000;
  if (second !== undefined) await monday.settle(second, { to: "ran" }, {});
  await monday.end();
  await journal.note("end", { state: "finished" });
  clock.now += 10_000;
  await journal.resolve([{ first: 41, last: 60, as: "ran" }], "me", "export");

  const timeline = await readTimeline(journal);
  const { levels = [], marks = [], requests, activeMs } = timeline ?? {};
  expect(levels[0]).toEqual({ done: 0, failed: 0, ran: 0, unknown: 0 });
  // Levels before the death is known, after it, and at the end.
  expect(levels).toContainEqual({ done: 39, failed: 1, ran: 0, unknown: 0 });
  expect(levels).toContainEqual({ done: 39, failed: 1, ran: 0, unknown: 20 });
  expect(levels.at(-2)).toEqual({ done: 39, failed: 1, ran: 40, unknown: 20 });
  expect(levels.at(-1)).toEqual({ done: 59, failed: 1, ran: 40, unknown: 0 });
  expect(activeMs).toBe(30_000);
  expect(marks.map(({ kind, text }) => [kind, text])).toEqual([
    ["break", "nothing was sent for 3,600 min"],
    ["died", "started again: the previous process had ended with 20 receivers in flight"],
  ]);
  // Two thirds of the active time came after the weekend.
  expect(marks[0]?.at).toBeCloseTo(1 / 3, 1);
  expect(requests).toEqual([
    { response: "200", outcome: "answered", count: 1 },
    { response: "no response", outcome: "unknown", count: 1 },
    { response: "no response", outcome: "ran", count: 1 },
  ]);
  const page = await renderReportPage(journal);
  expect(page).not.toMatch(/<b>R|<i>send|<u>|&"/);
  expect(page).toContain("59 of 100 done, 1 failed, 40 unknown");
  await journal.close();
});

test("a report of a job that was not begun, and of no job", async () => {
  const { journal } = await planned(3);
  expect(await readTimeline(journal)).toBeUndefined();
  expect(await renderReportPage(journal)).toContain("Nothing was sent yet.");
  await journal.close();
  const empty = await openJournalWith(temporaryJournal());
  expect(await renderReportPage(empty)).toContain("No job is planned");
  await empty.close();
});
