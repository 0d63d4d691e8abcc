import { headersByName } from "../har/headers-by-name.ts";
import { createKeyRemover, removedKey } from "../requests/create-key-remover.ts";
import type { ReceivedRequest } from "../requests/received-request.ts";
import { type IsSecret, secretsOf } from "../requests/secret-headers.ts";
import type { Answer } from "../wire/answer.ts";

/** Details of an exchange on the page, beside the request log. They never contain a key. */
export interface PageExchange {
  readonly startedAt: Date;
  readonly requestHeaders: readonly PageHeader[];
  readonly requestBody: string;
  readonly answerHeaders: readonly PageHeader[];
  readonly answerBody: string;
  /** A shell command that sends the request again, with the key in `$NP6_API_KEY`. */
  readonly curl: string;
}

export type PageHeader = readonly [name: string, value: string];

/** The exchange as sent, keys included. */
interface Wire {
  readonly request: { readonly rawHeaders: readonly string[] };
  /** Undefined when the client disconnected, or was disconnected, before the response. */
  readonly answer: Answer | undefined;
  readonly startedAt: Date;
}

/** Stores the details of the latest exchanges for the page. */
export interface PageLog {
  readonly add: (received: ReceivedRequest, wire: Wire) => void;
  /** @returns undefined while a request is in flight, and after later requests replaced it */
  readonly find: (received: ReceivedRequest) => PageExchange | undefined;
  /** Removes all keys seen so far from a text of the request log, which removes only those of the same request. */
  readonly clean: (text: string) => string;
  readonly clear: () => void;
}

/** Number of requests that the page shows. */
export const mostShown = 20;

/** Number of characters of a body that the page shows. */
const longestBody = 10_000;

/** Number of bytes of a response that are kept. */
const mostKept = 4 * longestBody;

/** Largest number of keys; more come from strangers' requests, which must not slow the page down. */
const mostSecrets = 100;

/** Headers that curl sends by itself, or that belong to one connection. */
const notRepeated =
  /^(?:host|connection|content-length|transfer-encoding|accept-encoding|user-agent|sec-.*|keep-alive|expect)$/i;

/**
 * Makes an empty log. A key in a request's header is removed from all requests, including earlier ones, in every
 * encoding. Adding is cheap, because every request of a test is added; texts are cleaned when the page is shown.
 *
 * @param url base URL of the session
 */
export function createPageLog(isSecret: IsSecret, url: () => string): PageLog {
  let latest: (readonly [ReceivedRequest, Wire])[] = [];
  const secrets = new Set<string>();
  return {
    add: (received, wire) => {
      for (const secret of secretsOf(headersByName(wire.request.rawHeaders), isSecret)) {
        if (secrets.size < mostSecrets) secrets.add(secret);
      }
      latest.push([received, shortened(wire)]);
      if (latest.length > mostShown) latest.shift();
    },
    clean: (text) => createKeyRemover([...secrets])(text),
    find: (received) => {
      const wire = latest.find(([request]) => request === received)?.[1];
      if (wire === undefined) return undefined;
      return read(received, wire, { isSecret, clean: createKeyRemover([...secrets]), url: url() });
    },
    clear: () => {
      latest = [];
    },
  };
}

/** Copies an exchange without the request's body, which the log has, and without the end of a long response. */
function shortened({ request: { rawHeaders }, answer, startedAt }: Wire): Wire {
  if (answer === undefined || answer.body.length <= mostKept)
    return { request: { rawHeaders }, answer, startedAt };
  const body = Buffer.from(answer.body.subarray(0, mostKept));
  return { request: { rawHeaders }, answer: { ...answer, body }, startedAt };
}

const pairs = (rawHeaders: readonly string[]): PageHeader[] =>
  rawHeaders.flatMap((name, index): PageHeader[] =>
    index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? ""]] : [],
  );

interface Reading {
  readonly isSecret: IsSecret;
  /** Removes the keys from a text. */
  readonly clean: (text: string) => string;
  readonly url: string;
}

function read(
  received: ReceivedRequest,
  { request, answer, startedAt }: Wire,
  { isSecret, clean, url }: Reading,
): PageExchange {
  const { body } = received;
  const sent = clean(body === undefined ? "" : typeof body === "string" ? body : JSON.stringify(body));
  const headers = (rawHeaders: readonly string[]) =>
    pairs(rawHeaders).map(
      ([name, value]): PageHeader => [clean(name), isSecret(name) ? removedKey : clean(value)],
    );
  const requestHeaders = headers(request.rawHeaders);
  return {
    startedAt,
    requestHeaders,
    requestBody: readable(sent),
    answerHeaders: headers(answer?.rawHeaders ?? []),
    answerBody: readable(clean(answer?.body.toString("utf8") ?? "")),
    curl: clean(curlOf(received, requestHeaders, sent, isSecret, url)),
  };
}

/** Formats a body for reading: indented JSON, shortened for the page. */
function readable(text: string): string {
  const over = overLines(text);
  return over.length <= longestBody
    ? over
    : `${over.slice(0, longestBody)}\n… ${over.length - longestBody} characters more`;
}

function overLines(text: string): string {
  // A body too long to be shown completely is not parsed.
  if (text.length > 2 * longestBody) return text;
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

function curlOf(
  { method, path, query }: ReceivedRequest,
  headers: readonly PageHeader[],
  body: string,
  isSecret: IsSecret,
  url: string,
): string {
  const parts = [
    `curl -i -X ${quote(method)}`,
    // curl treats brackets and braces as patterns.
    ...(/[[\]{}]/.test(path + query) ? ["--globoff"] : []),
    ...(/\/\.\.?(?:\/|$)/.test(path) ? ["--path-as-is"] : []),
    quote(url + path + (query === "" ? "" : `?${query}`)),
    ...headers
      .filter(([name]) => !notRepeated.test(name))
      .map(
        ([name, value]) => `-H ${isSecret(name) ? `"${name}: $NP6_API_KEY"` : quote(`${name}: ${value}`)}`,
      ),
    ...(body === "" ? (/^(?:POST|PUT|PATCH)$/.test(method) ? ["-d ''"] : []) : [`--data-raw ${quote(body)}`]),
  ];
  return parts.join(" \\\n  ");
}

/** Quotes a text in single quotes for a POSIX shell; plain words need none. */
function quote(text: string): string {
  return /^[A-Za-z]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
