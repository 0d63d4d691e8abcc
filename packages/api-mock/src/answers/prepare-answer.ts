import { findResponse } from "../api/find-response.ts";
import type { Operation } from "../api/read-specification.ts";
import { type AnswerRules, checkAnswer } from "../proxy/check-answer.ts";
import type { OwnAnswer } from "./own-answer.ts";

/** A checked own answer. */
export interface PreparedAnswer {
  readonly definition: OwnAnswer;
  readonly operation: Operation;
  readonly status: number;
  /** Whether the document declares the status, and thus headers for it. */
  readonly isDeclared: boolean;
  /** Undefined: the document's example. */
  readonly body: { readonly value: unknown; readonly bytes: Buffer; readonly mediaType: string } | undefined;
}

/**
 * Checks an own answer against the document.
 *
 * @throws TypeError that names the problem and the valid values
 */
export function prepareAnswer(rules: AnswerRules, definition: OwnAnswer): PreparedAnswer {
  const { operations, json } = rules.specification;
  const operation = operations.find(({ operationId }) => operationId === definition.operation);
  if (operation === undefined) {
    const names = operations.map(({ operationId }) => operationId).join(", ");
    throw new TypeError(`The document has no operation "${definition.operation}". It has: ${names}.`);
  }
  const { operationId } = operation;
  checkPattern(operation, definition);
  const { times, unchecked = false, headers = {} } = definition;
  if (times !== undefined && !(Number.isSafeInteger(times) && times > 0))
    throw new TypeError(`times ${times} is not valid: use a whole number of at least 1.`);
  const status = definition.status ?? firstSuccess(operation);
  if (!Number.isInteger(status) || status < 200 || status > 599)
    throw new TypeError(`status ${status} is not valid: use one from 200 to 599.`);
  for (const name of Object.keys(headers)) {
    if (["content-type", "content-length"].includes(name.toLowerCase()))
      throw new TypeError(`The header ${name} follows from the body: use mediaType instead.`);
  }
  const documented = findResponse(operation, status);
  const isDeclared = documented !== undefined;
  if (definition.body === undefined) {
    if (isDeclared) return { definition, operation, status, isDeclared, body: undefined };
    if (!unchecked) throw new TypeError(broken(operationId, [undocumented(operation, status)]));
  }
  const mediaType = definition.mediaType ?? documented?.mediaTypes[0] ?? "application/json";
  const isText = typeof definition.body === "string" && !json.has(mediaType) && !/[/+]json\b/.test(mediaType);
  const text =
    definition.body === undefined
      ? ""
      : isText
        ? (definition.body as string)
        : JSON.stringify(definition.body);
  const bytes = Buffer.from(text);
  if (!unchecked) {
    const problems = checkAnswer(rules, operation, {
      status,
      rawHeaders: ["content-type", mediaType],
      body: bytes,
    });
    if (problems.length > 0) throw new TypeError(broken(operationId, problems));
  }
  return { definition, operation, status, isDeclared, body: { value: definition.body, bytes, mediaType } };
}

const broken = (operationId: string, problems: readonly string[]): string =>
  `The response of ${operationId} breaks the document. ${problems.join("; ")}. Correct it, or set unchecked: true.`;

const undocumented = ({ responses }: Operation, status: number): string =>
  `response.status: ${status} is not one of ${Object.keys(responses).join(", ")}`;

function firstSuccess({ responses }: Operation): number {
  const success = Object.keys(responses).find((status) => /^2\d\d$/.test(status));
  return Number(success ?? 200);
}

/** Refuses a pattern that no request can match: otherwise, the answer would silently never be used. */
function checkPattern({ operationId, path, requestMediaTypes }: Operation, { when = {} }: OwnAnswer): void {
  const names = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name);
  for (const name of Object.keys(when.path ?? {})) {
    if (!names.includes(name))
      throw new TypeError(
        `${operationId} has no path parameter "${name}". It has: ${names.join(", ") || "none"}.`,
      );
  }
  if (when.body !== undefined && requestMediaTypes === undefined)
    throw new TypeError(`${operationId} takes no body, so \`when\` cannot contain one.`);
}
