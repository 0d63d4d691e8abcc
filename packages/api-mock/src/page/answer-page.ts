import { randomBytes } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { isIP } from "node:net";
import type { Answer } from "../wire/answer.ts";
import type { PageState } from "./page-state.ts";
import { controlPath, renderPage } from "./render-page.ts";

/** Functions for the forms of the page. */
export interface PageControls {
  readonly state: () => PageState;
  /** @throws TypeError for an unknown scenario */
  readonly start: (scenario: string) => void;
  readonly end: (name: string) => void;
  readonly reset: () => void;
  /** The executed receivers, as lines of JSON. */
  readonly executions: () => Iterable<string>;
}

/** A response of the mock itself. */
export interface PageAnswer extends Answer {
  /** Text after the body; it may exceed the memory. */
  readonly lines?: Iterable<string>;
}

/** A request for the page or for the API. */
export interface PageRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/**
 * Answers requests for the status page, its forms, and the executions.
 *
 * @returns undefined for other requests, which are the API's
 */
export function answerPage(
  controls: PageControls,
  { method, path, headers, body }: PageRequest,
): PageAnswer | undefined {
  const isPage = method === "GET" && path === "/" && headers.accept?.includes("text/html");
  const isControl = method === "POST" && path.startsWith(`${controlPath}/`);
  const isAccount = method === "GET" && path === `${controlPath}/executions`;
  if (!isPage && !isControl && !isAccount) return undefined;
  if (!isOwnHost(headers.host) || !isOwnOrigin(headers)) {
    return plain(
      403,
      "The status page is only for a browser that opens the mock itself, by address or as localhost.\n",
    );
  }
  if (isPage) return page(controls, 200);
  if (isAccount) {
    const rawHeaders = ["content-type", "application/x-ndjson; charset=utf-8", "cache-control", "no-store"];
    return { status: 200, rawHeaders, body: Buffer.alloc(0), violations: [], lines: controls.executions() };
  }
  const form = new URLSearchParams(body.toString("utf8"));
  try {
    control(controls, path.slice(controlPath.length + 1), form);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return page(controls, 400, error.message);
  }
  return {
    status: 303,
    rawHeaders: ["location", "/", "content-length", "0"],
    body: Buffer.alloc(0),
    violations: [],
  };
}

function control({ start, end, reset }: PageControls, action: string, form: URLSearchParams): void {
  const options = form.get("options")?.trim() ?? "";
  if (action === "start")
    start([form.get("scenario") ?? "", options].filter((part) => part !== "").join(","));
  else if (action === "end") end(form.get("name") ?? "");
  else if (action === "reset") reset();
  else throw new TypeError(`The page cannot ${JSON.stringify(action)}.`);
}

/** Refuses other host names: a page of a stranger's domain that resolves here would have our origin (DNS rebinding). */
function isOwnHost(host: string | undefined): boolean {
  const name =
    host
      ?.toLowerCase()
      .replace(/:\d+$/, "")
      .replace(/^\[(.*)\]$/, "$1") ?? "";
  return name === "localhost" || isIP(name) !== 0;
}

/** Refuses forms that another site's page submits. */
function isOwnOrigin({ origin, host, "sec-fetch-site": site }: IncomingHttpHeaders): boolean {
  if (origin !== undefined && origin.toLowerCase() !== `http://${host?.toLowerCase()}`) return false;
  return site === undefined || site === "same-origin" || site === "none";
}

function plain(status: number, text: string): Answer {
  const body = Buffer.from(text);
  const rawHeaders = ["content-type", "text/plain; charset=utf-8", "content-length", String(body.length)];
  return { status, rawHeaders, body, violations: [] };
}

function page(controls: PageControls, status: number, complaint?: string): Answer {
  const nonce = randomBytes(16).toString("base64");
  const body = Buffer.from(renderPage(controls.state(), nonce, complaint));
  const policy = [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    `script-src 'nonce-${nonce}'`,
    "img-src data:",
    "connect-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join("; ");
  const rawHeaders = [
    ...["content-type", "text/html; charset=utf-8", "content-length", String(body.length)],
    ...["content-security-policy", policy, "x-content-type-options", "nosniff", "cache-control", "no-store"],
    // Not "no-referrer": it would give the page's own forms the origin "null".
    ...["referrer-policy", "same-origin"],
  ];
  return { status, rawHeaders, body, violations: [] };
}
