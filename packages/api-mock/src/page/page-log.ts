import { headersByName } from "../har/headers-by-name.ts";
import { createKeyRemover, removedKey } from "../requests/create-key-remover.ts";
import type { ReceivedRequest } from "../requests/received-request.ts";
import { type IsSecret, secretsOf } from "../requests/secret-headers.ts";
import type { Answer } from "../wire/answer.ts";

/** What the page shows of an exchange beside the request log. It never holds a key. */
export interface PageExchange {
  readonly startedAt: Date;
  readonly requestHeaders: readonly PageHeader[];
  readonly requestBody: string;
  readonly answerHeaders: readonly PageHeader[];
  readonly answerBody: string;
  /** A command for a shell that sends the request again, with the key in `$NP6_API_KEY`. */
  readonly curl: string;
}

export type PageHeader = readonly [name: string, value: string];

/** What went over the wire, keys included. */
interface Wire {
  readonly request: { readonly rawHeaders: readonly string[] };
  /** Undefined when the client went away, or was cut off, before it. */
  readonly answer: Answer | undefined;
  readonly startedAt: Date;
}

/** Keeps what the page shows of the latest exchanges. */
export interface PageLog {
  readonly add: (received: ReceivedRequest, wire: Wire) => void;
  /** @returns undefined while a request is under way, and when later ones have taken its place */
  readonly find: (received: ReceivedRequest) => PageExchange | undefined;
  /** Takes all keys that were seen out of a text of the request log, which knows only those of the same request. */
  readonly clean: (text: string) => string;
  readonly clear: () => void;
}

/** So many of the latest requests are shown. */
export const mostShown = 20;

/** So many characters of a body are shown. */
const longestBody = 10_000;

/** So many bytes of an answer are kept. */
const mostKept = 4 * longestBody;

/** More keys than anybody tries by hand; a stranger's requests shall not make it slower and slower. */
const mostSecrets = 100;

/** What curl sends by itself, or what belongs to one connection. */
const notRepeated =
  /^(?:host|connection|content-length|transfer-encoding|accept-encoding|user-agent|sec-.*|keep-alive|expect)$/i;

/**
 * Makes an empty log. A key that one request brings in its header is taken out of all the others, also of earlier ones, however it is spelt.
 * Adding is cheap, because every request of a test is added; the work is done when somebody looks.
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
      const wire = latest.find(([one]) => one === received)?.[1];
      if (wire === undefined) return undefined;
      return read(received, wire, { isSecret, clean: createKeyRemover([...secrets]), url: url() });
    },
    clear: () => {
      latest = [];
    },
  };
}

/** An exchange without its request's body, which the log has, and without the end of a long answer: nobody shall keep that for a page. */
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
  /** Takes the keys out of a text. */
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

/** A body as people read it: JSON over lines, and not more than a page shows. */
function readable(text: string): string {
  const over = overLines(text);
  return over.length <= longestBody
    ? over
    : `${over.slice(0, longestBody)}\n… ${over.length - longestBody} characters more`;
}

function overLines(text: string): string {
  // What is too long to be shown whole is not worth the parsing.
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
    // Brackets and braces would be patterns to curl.
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

/** A text in single quotes, in which a POSIX shell changes nothing; plain words need none. */
function quote(text: string): string {
  return /^[A-Za-z]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
