import { STATUS_CODES } from "node:http";
import type { Entry, Header } from "har-format";
import type { WireExchange } from "../create-front-end.ts";
import { createKeyRemover, removedKey } from "../requests/create-key-remover.ts";
import type { ReceivedRequest } from "../requests/received-request.ts";

/** Secret in an answer. */
const secretInAnswers = "set-cookie";

/** A value that HAR 1.2 has for "unknown". */
const unknown = -1;

/** Names and values in turn, as a list of headers; the values of secret ones, and keys elsewhere, are taken out. */
function headersOf(
  rawHeaders: readonly string[],
  secret: ReadonlySet<string>,
  clean: (text: string) => string,
): Header[] {
  return rawHeaders.flatMap((name, index) => {
    if (index % 2 === 1) return [];
    const lowerCase = name.toLowerCase();
    const isSecret = secret.has(lowerCase) || lowerCase === secretInAnswers;
    return [{ name, value: isSecret ? removedKey : clean(rawHeaders[index + 1] ?? "") }];
  });
}

const headerValue = (headers: readonly Header[], name: string): string =>
  headers.find((header) => header.name.toLowerCase() === name)?.value ?? "";

/** Bytes that are no UTF-8 are written in base64; a key in them could not be found, nor read. */
function content(bytes: Buffer, clean: (text: string) => string): { text: string; encoding?: string } {
  const text = bytes.toString("utf8");
  return Buffer.from(text).equals(bytes)
    ? { text: clean(text) }
    : { text: bytes.toString("base64"), encoding: "base64" };
}

/**
 * Writes one exchange as an entry of a HAR 1.2 file, without the key.
 *
 * @param url base URL of the mock
 * @param secret lower-case names of the headers that carry secrets
 * @param secrets their values in this request
 */
export function harEntry(
  url: string,
  received: ReceivedRequest,
  { request, answer, startedAt }: WireExchange,
  secret: ReadonlySet<string>,
  secrets: readonly string[],
): Entry {
  const clean = createKeyRemover(secrets);
  const requestHeaders = headersOf(request.rawHeaders, secret, clean);
  const answerHeaders = headersOf(answer?.rawHeaders ?? [], secret, clean);
  const time = received.milliseconds ?? 0;
  const sent = content(request.body, clean);
  const came = content(answer?.body ?? Buffer.alloc(0), clean);
  const notes = [...received.scenarios.map((name) => `scenario: ${name}`), ...received.violations];
  return {
    startedDateTime: startedAt.toISOString(),
    time,
    request: {
      method: request.method,
      // As a URL: a target may have characters that HAR, which wants a URI, does not allow.
      url: new URL(url + clean(request.target)).href,
      httpVersion: "HTTP/1.1",
      cookies: [],
      headers: requestHeaders,
      queryString: [...new URLSearchParams(received.query)].map(([name, value]) => ({ name, value })),
      ...(request.body.length === 0
        ? {}
        : { postData: { mimeType: headerValue(requestHeaders, "content-type"), text: sent.text } }),
      headersSize: unknown,
      bodySize: request.body.length,
    },
    response: {
      status: answer?.status ?? 0,
      statusText: answer === undefined ? "" : (STATUS_CODES[answer.status] ?? ""),
      httpVersion: "HTTP/1.1",
      cookies: [],
      headers: answerHeaders,
      content: {
        size: answer?.body.length ?? 0,
        mimeType: headerValue(answerHeaders, "content-type"),
        ...came,
      },
      redirectURL: headerValue(answerHeaders, "location"),
      headersSize: unknown,
      bodySize: answer?.body.length ?? unknown,
    },
    cache: {},
    timings: { send: 0, wait: time, receive: 0 },
    ...(notes.length === 0 ? {} : { comment: notes.join("; ") }),
  };
}
