import { describedBodies } from "../bodies/described-bodies.ts";
import { validateBody } from "../bodies/validate-body.ts";
import type {
  DocumentedAnswer,
  DocumentedBody,
  DocumentedOperation,
} from "../exchanges/documented-operations.ts";
import type { Exchange } from "../exchanges/recording-proxy.ts";

/** A difference between an API and the spec. It contains no value of a body or a header. */
export interface Difference {
  readonly kind: "status" | "media type" | "body" | "header" | "no answer" | "client";
  readonly message: string;
}

type Answer = Exchange["response"];

/** Maximum number of problems per body, because one wrong variant can cause dozens. */
const mostProblems = 5;

/** Compares a response with the spec of the operation. */
export function findDifferences(operation: DocumentedOperation, answer: Answer): Difference[] {
  const documented = operation.answers.find(({ status }) => status === answer.status);
  if (documented === undefined) {
    const statuses = operation.answers.map(({ status }) => status).join(", ");
    return [
      { kind: "status", message: `${answer.status} is not documented; the spec documents ${statuses}` },
    ];
  }
  return [...bodyDifferences(operation, documented, answer), ...headerDifferences(documented, answer)];
}

function bodyDifferences(
  operation: DocumentedOperation,
  { status, bodies, mayBeEmpty }: DocumentedAnswer,
  { headers, body }: Answer,
): Difference[] {
  if (body.trim() === "") {
    return mayBeEmpty ? [] : [{ kind: "body", message: "it is empty, but the spec documents one" }];
  }
  if (bodies.length === 0) return [{ kind: "body", message: "it exists, but the spec documents none" }];
  const type = headers["content-type"];
  const documented = bodies.find(({ mediaType }) => mediaType === type?.split(";")[0]?.trim().toLowerCase());
  if (documented === undefined) {
    const types = bodies.map(({ mediaType }) => mediaType).join(", ");
    return [{ kind: "media type", message: `${quoted(type ?? "none")} instead of ${types}` }];
  }
  return problemsOf(operation, status, documented, body).map((message) => ({ kind: "body", message }));
}

function problemsOf(
  operation: DocumentedOperation,
  status: number,
  documented: DocumentedBody,
  body: string,
): string[] {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return ["it is not JSON"];
  }
  const violations = validateBody(documented.schema, body);
  if (violations.length === 0) return [];
  // The client's validators report problems of the matching variant only, Ajv those of every variant.
  const described = describedBodies([operation]).find(
    (candidate) => candidate.status === status && candidate.mediaType === documented.mediaType,
  );
  const validated = described?.problems(value).map(({ message }) => message) ?? [];
  const problems = (validated.length > 0 ? validated : violations).map(quoted);
  const more = problems.length - mostProblems;
  return more > 0 ? [...problems.slice(0, mostProblems), `and ${more} more problems`] : problems;
}

function headerDifferences({ headers: documented }: DocumentedAnswer, { headers }: Answer): Difference[] {
  const declared = documented.flatMap(({ name, required, schema }): string[] => {
    const value = headers[name];
    if (value === undefined) return required ? [`${name} is missing`] : [];
    // A header is a text; only its schema shows whether a number is expected.
    const fits = [JSON.stringify(value), ...(/^-?\d+$/.test(value) ? [value] : [])].some(
      (text) => validateBody(schema, text).length === 0,
    );
    return fits ? [] : [`the value of ${name} does not fit its schema`];
  });
  const names = documented.map(({ name }) => name);
  const unknown = Object.keys(headers).filter(
    (name) => /^x-|^retry-after$/.test(name) && !names.includes(name),
  );
  return [...declared, ...unknown.map((name) => `${quoted(name)} is sent, but not documented`)].map(
    (message) => ({
      kind: "header",
      message,
    }),
  );
}

/** Shortens a server's text, and removes characters that control a terminal. */
function quoted(text: string): string {
  const short = text.length > 200 ? `${text.slice(0, 200)}…` : text;
  return short.replaceAll(/[\p{Cc}\p{Cf}]/gu, "�");
}
