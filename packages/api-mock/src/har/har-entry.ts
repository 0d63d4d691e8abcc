import { isUtf8 } from "node:buffer";
import { STATUS_CODES } from "node:http";
import type { Entry, Header } from "har-format";
import type { ReceivedRequest } from "../requests/received-request.ts";
import type { IsSecret } from "../requests/secret-headers.ts";
import { withoutSecrets } from "../requests/secret-query.ts";
import type { WireExchange } from "../session/create-front-end.ts";
import { recordedHeaders } from "./recorded-headers.ts";

/** The value for "unknown" in HAR 1.2. */
const unknown = -1;

const headerValue = (headers: readonly Header[], name: string): string =>
  headers.find((header) => header.name.toLowerCase() === name)?.value ?? "";

/** Encodes bytes that are not UTF-8 in base64; keys are removed from them byte by byte. */
function content(bytes: Buffer, clean: (text: string) => string): { text: string; encoding?: string } {
  if (isUtf8(bytes)) return { text: bytes.toString("utf8") };
  const cleaned = Buffer.from(clean(bytes.toString("latin1")), "latin1");
  return { text: cleaned.toString("base64"), encoding: "base64" };
}

/** Makes a valid URL, because HAR requires one, and a target may contain invalid characters or be an asterisk. */
function urlOf(url: string, target: string): string {
  const { origin } = new URL(url);
  const path = target === "*" ? "/" : target;
  try {
    return new URL(origin + path).href;
  } catch {
    return `${origin}/`;
  }
}

/** Rules for writing exchanges. */
export interface EntryRules {
  readonly isSecret: IsSecret;
  /** Lower-case names of the headers that the document declares. */
  readonly declared: ReadonlySet<string>;
  /** Removes the known keys from a text; recorded text is cleaned when the file is written. */
  readonly clean: (text: string) => string;
  /** Whether bodies are written. */
  readonly bodies: boolean;
}

/**
 * Writes one exchange as an entry of a HAR 1.2 file. Text values still contain keys.
 *
 * @param url base URL of the mock
 */
export function harEntry(
  url: string,
  received: ReceivedRequest,
  { request, answer, startedAt }: WireExchange,
  { isSecret, declared, clean, bodies }: EntryRules,
): Entry {
  const requestHeaders = recordedHeaders(request.rawHeaders, isSecret, declared);
  const answerHeaders = recordedHeaders(answer?.rawHeaders ?? [], isSecret, declared);
  const time = received.milliseconds ?? 0;
  const none = { text: "" };
  const sent = bodies ? content(request.body, clean) : none;
  const receivedContent = bodies ? content(answer?.body ?? Buffer.alloc(0), clean) : none;
  const notes = [...received.scenarios.map((name) => `scenario: ${name}`), ...received.violations];
  const [path = "", ...queries] = request.target.split("?");
  const query = withoutSecrets(queries.join("?"), isSecret);
  return {
    startedDateTime: startedAt.toISOString(),
    time,
    request: {
      method: request.method,
      url: urlOf(url, query === "" ? path : `${path}?${query}`),
      httpVersion: "HTTP/1.1",
      cookies: [],
      headers: requestHeaders,
      queryString: [...new URLSearchParams(query)].map(([name, value]) => ({ name, value })),
      ...(request.body.length === 0
        ? {}
        : { postData: { mimeType: headerValue(requestHeaders, "content-type"), ...sent } }),
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
        ...receivedContent,
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
