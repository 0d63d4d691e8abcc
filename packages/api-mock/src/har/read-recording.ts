import { readFile } from "node:fs/promises";
import { asObject, isJsonObject } from "@np6/openapi-document";
import type { Entry, Har, Header } from "har-format";
import { matchOperation } from "../api/match-operation.ts";
import type { Specification } from "../api/read-specification.ts";
import { createKeyRemover, removedKey } from "../requests/create-key-remover.ts";
import { type IsSecret, secretHeaders, secretsOf } from "../requests/secret-headers.ts";
import { withoutSecrets } from "../requests/secret-query.ts";
import { answerHeaders, notRecorded, recordedHeaders } from "./recorded-headers.ts";

/** A request of a recording, and its response. It contains no request header, so no key. */
export interface RecordedExchange {
  readonly method: string;
  /** Path in the API, without the prefix of a gateway. */
  readonly path: string;
  readonly query: string;
  readonly body: string;
  readonly status: number;
  /** Names and values alternately. */
  readonly rawHeaders: readonly string[];
  readonly answer: Buffer;
}

/** Headers that concern only the recorded connection. */
const wireHeaders = new Set(
  `age connection content-encoding content-length date host keep-alive server sl-violations transfer-encoding upgrade via
  x-np6-mock x-np6-mock-scenario`.split(/\s+/),
);

/**
 * Reads a HAR file of this mock or of a browser. Exchanges with other servers are omitted, and so are those without a
 * response. Keys in the file's headers are removed everywhere.
 *
 * @throws Error when it cannot be read, is not a HAR file, or has nothing of this API
 */
export async function readRecording(file: string, specification: Specification): Promise<RecordedExchange[]> {
  const entries = entriesOf(file, await readFile(file, "utf8").catch(cannotRead(file)));
  const isSecret = secretHeaders(specification);
  const secrets = entries.flatMap(({ request, response }) =>
    [...request.headers, ...response.headers].flatMap(({ name, value }) =>
      secretsOf({ [name.toLowerCase()]: value }, isSecret),
    ),
  );
  const clean = createKeyRemover(secrets.filter((secret) => secret !== removedKey));
  const declared = new Set(answerHeaders(specification));
  const exchanges = entries.flatMap((entry) =>
    exchangeOf(entry, specification, { isSecret, clean, declared }),
  );
  if (exchanges.length > 0) return exchanges;
  throw new Error(`${file} has no request of this API, or no response to one.`);
}

const cannotRead = (file: string) => (error: Error) => {
  throw new Error(`${file} cannot be read: ${error.message}`, { cause: error });
};

function entriesOf(file: string, text: string): readonly Entry[] {
  let har: unknown;
  try {
    har = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    throw new Error(`${file} is not a HAR file: it is not JSON.`);
  }
  const log = asObject(har).log;
  if (isJsonObject(log) && Array.isArray(log.entries)) return (har as unknown as Har).log.entries;
  throw new Error(`${file} is not a HAR file: it has no log.entries.`);
}

interface Rules {
  readonly isSecret: IsSecret;
  readonly clean: (text: string) => string;
  readonly declared: ReadonlySet<string>;
}

function exchangeOf(
  { request, response }: Entry,
  specification: Specification,
  { isSecret, clean, declared }: Rules,
): RecordedExchange[] {
  if (response.status < 200 || !URL.canParse(request.url)) return [];
  const { pathname, search } = new URL(request.url);
  const path = apiPath(specification, request.method, pathname);
  if (path === undefined) return [];
  const content = response.content.text ?? "";
  const isBytes = response.content.encoding === "base64";
  const answer = isBytes
    ? Buffer.from(clean(Buffer.from(content, "base64").toString("latin1")), "latin1")
    : Buffer.from(clean(content));
  const flat = response.headers.flatMap(({ name, value }: Header) => [name, clean(value)]);
  const headers = recordedHeaders(flat, isSecret, declared).filter(
    ({ name, value }) =>
      !wireHeaders.has(name.toLowerCase()) && value !== removedKey && value !== notRecorded,
  );
  return [
    {
      method: request.method,
      path: clean(path),
      query: withoutSecrets(clean(search.slice(1)), isSecret),
      body: clean(request.postData?.text ?? ""),
      status: response.status,
      rawHeaders: headers.flatMap(({ name, value }) => [name, value]),
      answer,
    },
  ];
}

/** Removes a gateway's prefix from a path. */
function apiPath({ operations }: Specification, method: string, pathname: string): string | undefined {
  const segments = pathname.split("/").slice(1);
  return segments
    .map((_, index) => `/${segments.slice(index).join("/")}`)
    .find((path) => !("status" in matchOperation(operations, method, path)));
}
