import type { IncomingHttpHeaders } from "node:http";
import { createKeyRemover } from "./create-key-remover.ts";
import { type IsSecret, secretsOf } from "./secret-headers.ts";
import { withoutSecrets } from "./secret-query.ts";

/** The displayed part of a received request. */
export interface DescribedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/**
 * Describes a request without its secrets: their headers are omitted, and their values are removed everywhere else.
 *
 * @param target path and query as sent
 */
export function describeRequest(
  method: string,
  target: string,
  headers: IncomingHttpHeaders,
  body: Buffer,
  isSecret: IsSecret,
): DescribedRequest {
  const clean = createKeyRemover(secretsOf(headers, isSecret));
  const [path = "", ...query] = clean(target).split("?");
  return {
    method,
    path,
    query: withoutSecrets(query.join("?"), isSecret),
    headers: Object.fromEntries(
      Object.entries(headers).flatMap(([name, value]) =>
        isSecret(name) || value === undefined
          ? []
          : [[name, clean(Array.isArray(value) ? value.join(", ") : value)]],
      ),
    ),
    body: body.length === 0 ? undefined : parsed(clean(body.toString("utf8"))),
  };
}

/** Parses JSON whatever the media type: a test of a refused request needs the body too. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
