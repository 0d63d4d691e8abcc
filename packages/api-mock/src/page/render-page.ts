import { escapeHtml } from "./escape-html.ts";
import { pageScript } from "./page-script.ts";
import type { PageState } from "./page-state.ts";
import { pageStyle } from "./page-style.ts";
import { renderCopied, renderRequest } from "./render-request.ts";

/** Path of the page's forms; no path of an API begins like this. */
export const controlPath = "/-/np6-mock";

function activeScenarios({ active }: PageState): string {
  if (active.length === 0) return '<p id="active">No scenario is active.</p>';
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
 * Renders the status page. All external text is escaped, and the page runs only its own script.
 *
 * @param nonce of the Content-Security-Policy
 * @param complaint problem of the submitted form
 */
export function renderPage(state: PageState, nonce: string, complaint?: string): string {
  const { title, curls, requests, requestCount, executions, definitions } = state;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,"><title>np6-mock: ${escapeHtml(title)}</title><style nonce="${nonce}">${pageStyle}</style></head>
<body><main><h1>Mock of ${escapeHtml(title)}</h1>
<p id="state" class="state good" role="status">Running. Any key is accepted.</p>
${complaint === undefined ? "" : `<p class="broken" role="alert">${escapeHtml(complaint)}</p>`}
<h2>Scenarios</h2>${activeScenarios(state)}
<form method="post" action="${controlPath}/start"><label>Scenario <select name="scenario">${definitions
    .map(({ name, description }) => `<option title="${escapeHtml(description)}">${escapeHtml(name)}</option>`)
    .join("")}</select></label>
<label>Options <input name="options" placeholder="operation=…,times=1"></label> <button>Start</button></form>
<form method="post" action="${controlPath}/reset"><button>Reset everything</button></form>
<h2>Latest requests</h2><p id="count">${requestCount} so far. <a href="${controlPath}/executions">Executed</a>: ${executions.size} receivers, ${executions.total} times; ${executions.repeated} of them more than once.</p>
<div id="requests">${requests.map(([request, exchange]) => renderRequest(request, exchange)).join("\n")}</div>
<h2>Operations</h2><p class="soft">Each command calls the mock. It reads the key from <code>NP6_API_KEY</code>: any key is accepted.</p>
${curls.map(({ operationId, line }) => `<h3>${escapeHtml(operationId)}</h3>${renderCopied(line)}`).join("\n")}
</main><script nonce="${nonce}">${pageScript}</script></body></html>
`;
}
