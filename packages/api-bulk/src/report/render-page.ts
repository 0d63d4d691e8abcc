import type { Journal } from "../journal/journal.ts";

const buckets = 120;
const [width, height] = [880, 260];
const colours = { answered: "#2f7d4f", ran: "#a06a00", unknown: "#b3261e" } as const;
const labels = { answered: "answered", ran: "ran, answers not attributable", unknown: "unknown" } as const;
type Drawn = keyof typeof colours;
const drawn = Object.keys(colours) as Drawn[];

const escaped = (text: unknown): string =>
  String(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
const number = (value: number): string => value.toLocaleString("en-US");

/** Makes one page, with nothing to load, for whoever asks how the job went. It names no receiver. */
export async function renderReportPage(journal: Journal): Promise<string> {
  const [job, counts, events] = [await journal.job(), await journal.counts(), await journal.events()];
  const ends: { readonly at: number; readonly outcome: string; readonly items: number }[] = [];
  for await (const { endedAt, sentAt, outcome, first, last } of journal.attempts()) {
    if (outcome !== undefined) ends.push({ at: endedAt ?? sentAt, outcome, items: last - first + 1 });
  }
  const from = Math.min(...events.map(({ at }) => at).slice(-1), ...ends.map(({ at }) => at));
  const to = ends.reduce((latest, { at }) => Math.max(latest, at), from + 1);
  const x = (at: number): number => ((at - from) / (to - from)) * width;

  const levels = Array.from({ length: buckets + 1 }, () => ({ answered: 0, ran: 0, unknown: 0 }));
  for (const { at, outcome, items } of ends) {
    const place = Math.ceil(((at - from) / (to - from)) * buckets);
    for (const level of levels.slice(place)) if (outcome in level) level[outcome as Drawn] += items;
  }
  const y = (value: number): number => height - (value / Math.max(1, counts.total)) * height;
  let below = levels.map(() => 0);
  const areas = drawn.map((state) => {
    const above = levels.map((level, index) => (below[index] ?? 0) + level[state]);
    const points = [
      ...above.map((value, index) => `${((index / buckets) * width).toFixed(1)},${y(value).toFixed(1)}`),
      ...below
        .map((value, index) => `${((index / buckets) * width).toFixed(1)},${y(value).toFixed(1)}`)
        .reverse(),
    ];
    below = above;
    return `<polygon fill="${colours[state]}" points="${points.join(" ")}"><title>${labels[state]}</title></polygon>`;
  });
  const deaths = events.filter(
    ({ kind, detail }) => kind === "run" && Number((detail as { interrupted?: number }).interrupted) > 0,
  );
  const marks = deaths.map(({ at }) => {
    const place = Math.min(width, Math.max(0, x(at))).toFixed(1);
    return `<line x1="${place}" x2="${place}" y1="0" y2="${height}" stroke="#222" stroke-dasharray="4 3"><title>begun again after a process ended while it was sending</title></line>`;
  });
  const rows = Object.entries(counts).map(
    ([state, count]) => `<tr><th scope="row">${state}</th><td>${number(count)}</td></tr>`,
  );
  const happened = events.map(
    ({ at, kind, detail }) =>
      `<tr><td>${new Date(at).toISOString()}</td><td>${escaped(kind)}</td><td>${escaped(JSON.stringify(detail))}</td></tr>`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Report of a bulk job</title>
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:56rem;margin:2rem auto;padding:0 1rem;color:#222}
table{border-collapse:collapse}th,td{padding:.2rem .8rem;border-bottom:1px solid #ddd;text-align:left;vertical-align:top}
td{font-variant-numeric:tabular-nums;overflow-wrap:anywhere}svg{background:#eef0f2;max-width:100%}
.key span{display:inline-block;width:.9em;height:.9em;margin:0 .4em 0 1em}</style></head><body>
<h1>${escaped(job?.operation ?? "No job")}: ${number(counts.done)} of ${number(counts.total)} done</h1>
<p>Planned ${job === undefined ? "" : new Date(job.createdAt).toISOString()} for <code>${escaped(JSON.stringify(job?.input))}</code>.${
    job?.paused === undefined ? "" : ` It rests: ${escaped(job.paused)}.`
  }</p>
<table>${rows.join("")}</table>
<h2>Receivers over time</h2>
<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="Receivers by outcome over time">${areas.join("")}${marks.join("")}</svg>
<p>${new Date(from).toISOString()} to ${new Date(to).toISOString()}</p>
<p class="key">${drawn.map((state) => `<span style="background:${colours[state]}"></span>${labels[state]}`).join("")}; a dashed line: begun again after a process ended while it was sending.</p>
<h2>What happened</h2>
<table>${happened.join("")}</table>
</body></html>
`;
}
