import type { TimeLimit } from "../limits/time-limit.ts";
import type { BodyFormat } from "../table/api-description.ts";
import { describeSchemaProblems, findSchemaProblems } from "../validation/schema-problems.ts";
import type { SchemaProblem } from "../validation/validation.ts";
import { textDecoding } from "./decode-text.ts";
import { type Expectation, type ExpectedBody, expectedBody } from "./expected-body.ts";
import { isOneOf, jsonKind } from "./json-kind.ts";
import { parseJson } from "./parse-json.ts";
import { cancelBody, type LimitedBody, readLimited } from "./read-limited.ts";

/** The classified response. `text` is the decoded body, as far as it arrived. */
export type Answer =
  | { readonly kind: "data"; readonly data: unknown }
  | { readonly kind: "redirect" }
  | { readonly kind: "refused"; readonly body: unknown; readonly text: string }
  | {
      readonly kind: "unexpected";
      readonly problem: string;
      readonly text: string;
      /** Broken schema rules of a body that was parsed. */
      readonly problems?: readonly SchemaProblem[];
    }
  | { readonly kind: "broken-off"; readonly cause: unknown; readonly text: string };

/** Limits for reading a response. */
export interface ReadLimits {
  /** Largest size of a body in bytes, after decompression. */
  readonly maxResponseBytes: number;
  readonly time: Pick<TimeLimit, "race" | "progressed">;
  /** Called with the number of bytes read. */
  readonly count?: ((bytes: number) => void) | undefined;
}

/** Checks the JSON value of a success response. */
export type CheckValue = (mediaType: string, value: unknown) => readonly SchemaProblem[];

/**
 * Redirect statuses (RFC 9110, section 15.4): those that fetch follows, and 300 and 305, which old clients followed.
 * 304 is not a redirect.
 */
const redirectStatuses: ReadonlySet<number> = new Set([300, 301, 302, 303, 305, 307, 308]);

/**
 * Reads a response to its end and classifies it. Only `response.ok` makes a success. An empty 409 is a refusal, and so
 * is a refusal whose body is `null`, `0`, `false` or `""`.
 */
export function readAnswer(
  response: Response,
  expectation: Expectation,
  formats: Readonly<Record<string, BodyFormat>>,
  { maxResponseBytes, time, count }: ReadLimits,
  check?: CheckValue,
): Promise<Answer> {
  if (isRedirect(response)) {
    cancelBody(response);
    return Promise.resolve({ kind: "redirect" });
  }
  const expected = expectedBody(response, expectation, formats);
  if (response.ok && expected.kind === "empty") {
    cancelBody(response);
    return Promise.resolve({ kind: "data", data: undefined });
  }
  return readLimited(response, maxResponseBytes, time).then((body) => {
    count?.(body.bytes.byteLength);
    return answerOf(response, expected, body, maxResponseBytes, check);
  });
}

/** Classifies a response whose body was read, completely or in part. */
function answerOf(
  response: Response,
  expected: ExpectedBody,
  { bytes, end, cause }: LimitedBody,
  maxResponseBytes: number,
  check: CheckValue | undefined,
): Answer {
  if (response.ok && end === "complete" && expected.kind === "declared" && expected.format === "binary") {
    return { kind: "data", data: new Blob([bytes], { type: expected.mediaType }) };
  }
  const decoding = textDecoding(response.headers.get("content-type"), bytes);
  // An undecodable body is shown as UTF-8, as far as possible. The decoder drops a byte order mark.
  const text = ("decoder" in decoding ? decoding.decoder : new TextDecoder()).decode(bytes);
  const parsed =
    expected.kind !== "declared" || end !== "complete"
      ? undefined
      : "decoder" in decoding
        ? parseBody(text, expected)
        : decoding;
  if (!response.ok) {
    // A refusal stays a refusal when its body is missing or incomplete.
    return { kind: "refused", body: parsed && "value" in parsed ? parsed.value : undefined, text };
  }
  if (end === "broken-off") return { kind: "broken-off", cause, text };
  if (end === "too-large") {
    const problem = `the body has more than ${maxResponseBytes} bytes (\`maxResponseBytes\`).`;
    return { kind: "unexpected", problem, text };
  }
  if (parsed && "value" in parsed) return checkedData(parsed.value, expected, text, check);
  if (expected.kind === "undeclared") return { kind: "unexpected", problem: expected.problem, text };
  return { kind: "unexpected", problem: "", ...parsed, text };
}

/** Includes redirects that a browser hides, and those that a custom fetch followed although it must not. */
function isRedirect({ type, status, redirected }: Response): boolean {
  return type === "opaqueredirect" || redirectStatuses.has(status) || redirected;
}

function checkedData(
  data: unknown,
  expected: ExpectedBody,
  text: string,
  check: CheckValue | undefined,
): Answer {
  if (check === undefined || expected.kind !== "declared" || expected.format !== "json") {
    return { kind: "data", data };
  }
  const problems = findSchemaProblems(() => check(expected.mediaType, data));
  if (problems.length === 0) return { kind: "data", data };
  return { kind: "unexpected", problem: describeSchemaProblems("the response", problems), text, problems };
}

type Declared = Extract<ExpectedBody, { kind: "declared" }>;
type Parsed =
  | { readonly value: unknown }
  | { readonly problem: string; readonly problems?: readonly SchemaProblem[] };

function parseBody(text: string, { mediaType, format, kinds }: Declared): Parsed {
  if (text.trim() === "") return { problem: `expected ${mediaType}, but the body is empty.` };
  if (format !== "json") return { value: text };
  try {
    const value = parseJson(text);
    const kind = jsonKind(value);
    // The end of a truncated body can be valid JSON too, such as `12`.
    if (kinds === undefined || isOneOf(kinds, kind)) return { value };
    const expected = kinds.replaceAll("|", " or ");
    const message = `\`body\` must be ${expected} (rule: type)`;
    return {
      problem: `expected JSON of the type ${expected}, received ${kind}.`,
      problems: [{ field: "body", rule: "type", message }],
    };
  } catch {
    return { problem: `the body is labelled ${mediaType}, but is not valid JSON.` };
  }
}
