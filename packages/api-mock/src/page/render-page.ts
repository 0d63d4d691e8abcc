import type { ReceivedRequest } from "../requests/received-request.ts";
import { escapeHtml } from "./escape-html.ts";
import type { PageState } from "./page-state.ts";

/** Where the page's forms go; no path of an API starts like this. */
export const controlPath = "/-/np6-mock";

/** So many of the latest requests are shown. */
const shown = 20;

const style = `
body { font: 16px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1f; background: #fff }
table { border-collapse: collapse; width: 100% } th, td { text-align: left; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid #ddd; vertical-align: top }
pre { overflow-x: auto; background: #f4f4f6; padding: .5rem } .broken { color: #a3000b } form { display: inline } button, select, input { font: inherit }`;

/** Shows new requests and scenarios without a reload, which would empty the fields of the form. */
const script = `
setInterval(async () => {
  try {
    const text = await (await fetch("/", { headers: { Accept: "text/html" } })).text();
    // Its style has another nonce, and is here already.
    const page = new DOMParser().parseFromString(text.replace(/<style[^]*?<\\/style>/, ""), "text/html");
    for (const id of ["requests", "active"]) document.getElementById(id).replaceWith(page.getElementById(id));
  } catch { document.getElementById("state").textContent = "The mock has stopped."; }
}, 1000);`;

function requestRow(request: ReceivedRequest): string {
  const { method, path, operationId, status, milliseconds, scenarios, violations } = request;
  const notes = [
    ...scenarios.map((name) => `<em>${escapeHtml(name)}</em>`),
    ...violations.map((violation) => `<span class="broken">${escapeHtml(violation)}</span>`),
  ];
  const cells = [
    `${escapeHtml(method)} <code>${escapeHtml(path)}</code>`,
    escapeHtml(operationId ?? "(no operation)"),
    String(status ?? "(no answer)"),
    milliseconds === undefined ? "" : `${Math.round(milliseconds)} ms`,
    notes.join("<br>"),
  ];
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
}

function activeScenarios({ active }: PageState): string {
  if (active.length === 0) return '<p id="active">None is on.</p>';
  const items = active.map(({ name, operation, times }) => {
    const details = [operation && `on ${operation}`, times && `${times} more times`]
      .filter(Boolean)
      .join(", ");
    return `<li>${escapeHtml(name)}${details === "" ? "" : ` (${escapeHtml(details)})`}
<form method="post" action="${controlPath}/end"><input type="hidden" name="name" value="${escapeHtml(name)}"><button>End ${escapeHtml(name)}</button></form></li>`;
  });
  return `<ul id="active">${items.join("")}</ul>`;
}

/**
 * Renders the status page. Everything that came from outside is escaped; the page runs no other script than its own.
 *
 * @param nonce of the Content-Security-Policy
 * @param complaint what was wrong with the form that was sent
 */
export function renderPage(state: PageState, nonce: string, complaint?: string): string {
  const { title, curls, requests, requestCount, executions, definitions } = state;
  const latest = requests.slice(-shown).reverse();
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>np6-mock: ${escapeHtml(title)}</title><style nonce="${nonce}">${style}</style></head>
<body><h1>Mock of ${escapeHtml(title)}</h1>
<p id="state">It runs. Any key is accepted.</p>
${complaint === undefined ? "" : `<p class="broken" role="alert">${escapeHtml(complaint)}</p>`}
<h2>Scenarios</h2>${activeScenarios(state)}
<form method="post" action="${controlPath}/start"><label>Scenario <select name="scenario">${definitions
    .map(({ name, description }) => `<option title="${escapeHtml(description)}">${escapeHtml(name)}</option>`)
    .join("")}</select></label>
<label>Options <input name="options" placeholder="operation=…,times=1"></label> <button>Start</button></form>
<form method="post" action="${controlPath}/reset"><button>Reset everything</button></form>
<h2>Latest requests</h2><div id="requests"><p>${requestCount} so far. <a href="${controlPath}/executions">Executed</a>: ${executions.size} receivers, ${executions.total} times; ${executions.repeated} of them more than once.</p><table><thead><tr><th>Request</th><th>Operation</th><th>Status</th><th>Time</th><th>Scenarios, and what was wrong</th></tr></thead>
<tbody>${latest.map(requestRow).join("")}</tbody></table></div>
<h2>Operations</h2>${curls
    .map(({ operationId, line }) => `<h3>${escapeHtml(operationId)}</h3><pre>${escapeHtml(line)}</pre>`)
    .join("")}
<script nonce="${nonce}">${script}</script></body></html>
`;
}
