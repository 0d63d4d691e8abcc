import type { ReceivedRequest } from "../requests/received-request.ts";
import { escapeHtml } from "./escape-html.ts";
import type { PageExchange, PageHeader } from "./page-log.ts";

/** Renders code with a button that copies it. */
export function renderCopied(code: string): string {
  return `<div class="copied"><button type="button" data-copy>Copy</button><pre tabindex="0">${escapeHtml(code)}</pre></div>`;
}

/**
 * Renders a request and its response: a line, with expandable details.
 *
 * @param exchange undefined while the request is in flight
 */
export function renderRequest(request: ReceivedRequest, exchange: PageExchange | undefined): string {
  const { number, method, path, query, operationId, status, milliseconds, scenarios, nearMiss } = request;
  const violations = nearMiss === undefined ? request.violations : [...request.violations, nearMiss];
  const isInFlight = milliseconds === undefined;
  const answered = status ?? (isInFlight ? "in flight" : "no response");
  const facts = [
    `<span class="path">${escapeHtml(method)} ${escapeHtml(path)}${query === "" ? "" : escapeHtml(`?${query}`)}</span>`,
    `<span class="${status !== undefined && status < 400 ? "good" : "broken"}">${answered}</span>`,
    `<span>${escapeHtml(operationId ?? "(no operation)")}</span>`,
    ...(isInFlight ? [] : [`<span class="soft">${Math.round(milliseconds)} ms</span>`]),
    ...(exchange === undefined ? [] : [time(exchange.startedAt)]),
    ...scenarios.map((name) => `<em>${escapeHtml(name)}</em>`),
  ];
  const notes = violations.map((violation) => `<li class="broken">${escapeHtml(violation)}</li>`).join("");
  return `<details id="request-${number}"><summary>${facts.join(" ")}</summary>${
    notes === "" ? "" : `<ul class="notes">${notes}</ul>`
  }${exchange === undefined ? "<p>No response yet.</p>" : renderExchange(exchange)}</details>`;
}

function time(date: Date): string {
  const iso = date.toISOString();
  return `<time class="soft" datetime="${iso}">${iso.slice(11, 23)} UTC</time>`;
}

function renderExchange(exchange: PageExchange): string {
  const { requestHeaders, requestBody, answerHeaders, answerBody, curl } = exchange;
  return [
    `<h3>Request</h3>${headers(requestHeaders)}${body(requestBody)}`,
    `<h3>Answer</h3>${headers(answerHeaders)}${body(answerBody)}`,
    `<h3>Send it again</h3>${renderCopied(curl)}`,
  ].join("");
}

function headers(pageHeaders: readonly PageHeader[]): string {
  const rows = pageHeaders.map(
    ([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`,
  );
  return rows.length === 0 ? '<p class="soft">No headers.</p>' : `<dl>${rows.join("")}</dl>`;
}

function body(text: string): string {
  return text === "" ? '<p class="soft">No body.</p>' : `<pre tabindex="0">${escapeHtml(text)}</pre>`;
}
