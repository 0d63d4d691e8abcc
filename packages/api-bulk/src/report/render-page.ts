import { createHash } from "node:crypto";
import type { Counts, Job, Journal } from "../journal/journal.ts";
import { describeEvent } from "./describe-event.ts";
import { drawChart } from "./draw-chart.ts";
import { pageStyle } from "./page-style.ts";
import { drawnStates, readTimeline, type Timeline } from "./read-timeline.ts";

const words = {
  done: "done: the API confirmed them",
  failed: "failed: the API refused them",
  ran: "ran: executed, but the results do not match the receivers",
  unknown: "unknown: may have been executed",
  sending: "in flight",
  pending: "pending: certainly not executed",
  skipped: "skipped: duplicates",
} as const;

const escaped = (text: unknown): string =>
  String(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
const number = (value: number): string => value.toLocaleString("en-US");
const time = (at: number): string => {
  const text = new Date(at).toISOString();
  return `<time datetime="${text}">${text.slice(0, 19).replace("T", " ")} UTC</time>`;
};

/** Makes a self-contained page about the course of a job. It names no receiver. */
export async function renderReportPage(journal: Journal): Promise<string> {
  const [job, counts, events] = [await journal.job(), await journal.counts(), await journal.events()];
  const timeline = await readTimeline(journal);
  const chart = timeline && drawChart(timeline, counts.total);
  const style = `${pageStyle}\n${chart?.style ?? ""}`;
  const policy = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'; base-uri 'none'; form-action 'none'`;
  const happened = events.map(
    (event) => `<tr><td>${time(event.at)}</td><td>${escaped(describeEvent(event))}</td></tr>`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="${policy}">
<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="referrer" content="no-referrer">
<title>Bulk job: ${escaped(headline(job, counts))}</title><style>${style}</style></head><body><main>
<h1>${escaped(headline(job, counts))}</h1>
<p class="soft">${describeJob(job)}</p>
<ul class="tiles">${tiles(counts)}</ul>
<h2>Receivers over time</h2>
${timeline && chart ? figure(timeline, chart, counts) : "<p>Nothing was sent yet.</p>"}
${timeline ? requests(timeline) : ""}
<h2>What happened</h2>
<div class="wide" tabindex="0" role="region" aria-label="What happened"><table><tbody>${happened.join("")}</tbody></table></div>
<p class="soft">This page contains no receivers. Times are in UTC. Plan: <code>${escaped(job?.planHash ?? "none")}</code></p>
</main></body></html>
`;
}

function headline(job: Job | undefined, counts: Counts): string {
  const total = number(counts.total - counts.skipped);
  if (job === undefined) return "No job is planned";
  const open = [
    ...(counts.failed > 0 ? [`${number(counts.failed)} failed`] : []),
    ...(counts.unknown + counts.ran > 0 ? [`${number(counts.unknown + counts.ran)} unknown`] : []),
    ...(counts.pending + counts.sending > 0
      ? [`${number(counts.pending + counts.sending)} not yet finished`]
      : []),
  ];
  return `${number(counts.done)} of ${total} done${open.length > 0 ? `, ${open.join(", ")}` : ""}`;
}

function describeJob(job: Job | undefined): string {
  if (job === undefined) return "";
  const pause =
    job.paused === undefined
      ? ""
      : ` It ${job.cancelled ? "was cancelled" : "is paused"}: ${escaped(job.paused)}.`;
  return `${escaped(job.operation)} <code>${escaped(JSON.stringify(job.input))}</code>, planned ${time(job.createdAt)}.${pause}`;
}

function tiles(counts: Counts): string {
  return (Object.keys(words) as (keyof typeof words)[])
    .filter((state) => counts[state] > 0 || state === "done" || state === "failed" || state === "unknown")
    .map((state) => `<li class="${state}"><b>${number(counts[state])}</b>${words[state]}</li>`)
    .join("");
}

function figure(timeline: Timeline, { svg, marks }: ReturnType<typeof drawChart>, { total }: Counts): string {
  const scale = [4, 3, 2, 1, 0].map((part) => `<span>${number(Math.round((total * part) / 4))}</span>`);
  const isDrawn = (state: (typeof drawnStates)[number]) => timeline.levels.some((level) => level[state] > 0);
  const key = [...drawnStates.filter(isDrawn), "pending" as const].map(
    (state) => `<span><i class="${state}"></i>${words[state].replace(/:.*/, "")}</span>`,
  );
  const list = timeline.marks.map((mark) => `<li>${time(mark.time)} ${escaped(mark.text)}</li>`);
  return `<figure><div class="plot"><div class="scale" aria-hidden="true">${scale.join("")}</div>
<div class="picture">${svg}${marks}</div>
<div class="axis">${time(timeline.from)}${time(timeline.to)}</div></div>
<figcaption><div class="key">${key.join("")}</div>${list.length > 0 ? `<ol>${list.join("")}</ol>` : ""}</figcaption></figure>`;
}

function requests({ requests: outcomes, activeMs }: Timeline): string {
  const count = outcomes.reduce((sum, row) => sum + row.count, 0);
  const rows = outcomes.map(
    ({ response, outcome, count: n }) =>
      `<tr><td>${escaped(response)}</td><td>${escaped(outcome)}</td><td class="n">${number(n)}</td></tr>`,
  );
  return `<h2>Requests</h2>
<p>${number(count)} requests in ${duration(activeMs)}, without long breaks.</p>
<table><thead><tr><th scope="col">response</th><th scope="col">result for the batch</th><th scope="col" class="n">requests</th></tr></thead><tbody>${rows.join("")}</tbody></table>`;
}

function duration(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  if (seconds < 120) return `${seconds} s`;
  if (seconds < 7200) return `${Math.round(seconds / 60)} min`;
  return `${(seconds / 3600).toFixed(1)} h`;
}
