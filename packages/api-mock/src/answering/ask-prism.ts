import { isJsonObject } from "@np6/openapi-document";
import type { CheckedTarget } from "../checking/check-target.ts";
import type { Violation } from "../checking/violation.ts";
import { violationsHeader } from "../engine/violations-header.ts";
import type { ForwardedRequest } from "../refusing/decide-request.ts";
import { type Answer, headerOf } from "../wire/answer.ts";
import type { ClientConnection } from "../wire/client-connection.ts";
import type { ServerConnection } from "../wire/connect-server.ts";
import { forwardedHeaders } from "../wire/forwarded-headers.ts";
import type { Refusal } from "../wire/refusal.ts";
import { toAsciiJson } from "../wire/to-ascii-json.ts";
import { askForBadRequest } from "./ask-for-bad-request.ts";
import { changeAnswer } from "./change-answer.ts";
import { describeViolations } from "./describe-violations.ts";

/** Largest size of the header in bytes that clients and proxies accept; it is more than a person reads. */
const longest = 4000;

/**
 * Reads an `sl-violations` header.
 *
 * @returns none for a missing header; undefined for a value that is not a list (Prism truncates long ones)
 */
function violationsOf(header: string | undefined): Violation[] | undefined {
  if (header === undefined) return [];
  try {
    const violations: unknown = JSON.parse(header);
    if (!Array.isArray(violations)) return undefined;
    return violations.filter(
      (violation): violation is Violation => isJsonObject(violation) && Array.isArray(violation.location),
    );
  } catch {
    return undefined;
  }
}

/** Writes violations as a header: as many as fit, but at least the first one. */
function writeViolations(violations: readonly Violation[]): string {
  let kept = violations;
  let text = toAsciiJson(JSON.stringify(kept));
  while (text.length > longest && kept.length > 1) {
    kept = kept.slice(0, Math.ceil(kept.length / 2));
    text = toAsciiJson(JSON.stringify(kept));
  }
  return text;
}

/** A request as the client sent it. */
export interface WireRequest {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly rawHeaders: readonly string[];
  readonly body: Buffer;
  /** Reports when the client disconnects. */
  readonly connection: ClientConnection;
}

/** Prism only checks whether a key is present, so it never gets the real one. */
const keyForPrism = "present";

/**
 * Lets Prism check the rest of a request and answer it. JSON bodies are not sent to Prism, because they were checked
 * before.
 * @param checked results of the mock's own checks
 * @returns the response as the API would send it, or a refusal when Prism cannot answer
 */
export async function askPrism(
  prism: ServerConnection,
  disguised: ReadonlySet<string>,
  request: WireRequest,
  forward: ForwardedRequest,
  checked: CheckedTarget,
): Promise<Answer | Refusal> {
  const { violations } = checked;
  const forwarded = violations.length === 0 ? forward : askForBadRequest(forward, violations);
  if ("status" in forwarded) return forwarded;

  const { operation } = forwarded;
  const body = forward.bodyIsJson || violations.length > 0 ? Buffer.alloc(0) : request.body;
  const keys = operation.keyHeaders.filter(
    (name) => headerOf(request.rawHeaders, name.toLowerCase()) !== undefined,
  );
  const {
    status,
    rawHeaders,
    body: content,
  } = await prism.send({
    ...request,
    target: checked.target,
    body,
    rawHeaders: [
      ...declaredHeaders(request.rawHeaders, operation.headerParameters),
      ...Object.entries({
        host: "127.0.0.1",
        ...forwarded.headers,
        ...(body.length === 0 ? { "content-type": undefined } : {}),
        ...Object.fromEntries(keys.map((name) => [name, keyForPrism])),
        "content-length": String(body.length),
      }).flatMap(([name, value]) => (value === undefined ? [] : [name, value])),
    ],
  });
  const contentType = headerOf(rawHeaders, "content-type");
  const change = changeAnswer(forwarded, disguised, { status, contentType });
  const violationsText = violationsHeaderOf(violations, headerOf(rawHeaders, violationsHeader), status);
  return {
    status,
    // A complete body is forwarded as a whole; a length is added if Prism sent it in chunks.
    rawHeaders: forwardedHeaders(rawHeaders, {
      ...(status === 204 ? {} : { "content-length": String(content.length) }),
      ...change.headers,
      [violationsHeader]: violationsText,
    }),
    body: change.empty ? Buffer.alloc(0) : content,
    violations: describeViolations(violationsText),
  };
}

/** Headers that security schemes read. */
const always = ["authorization", "cookie"];

/** Keeps only declared headers: Prism ignores others, and may not accept that many. */
function declaredHeaders(rawHeaders: readonly string[], names: readonly string[]): string[] {
  const kept = [...always, ...names];
  return rawHeaders.flatMap((name, index) =>
    index % 2 === 0 && kept.includes(name.toLowerCase()) ? [name, rawHeaders[index + 1] ?? ""] : [],
  );
}

/** Joins both lists. A refusal of the key hides those of the body; Prism's about its response use a wrong schema. */
function violationsHeaderOf(
  violations: readonly Violation[],
  header: string | undefined,
  status: number,
): string | undefined {
  const prisms = violationsOf(header);
  if (prisms === undefined) return header;
  const requestViolations = prisms.filter(({ location }) => location[0] !== "response");
  const shown = status === 401 || status === 403 ? requestViolations : [...violations, ...requestViolations];
  return shown.length === 0 ? undefined : writeViolations(shown);
}
