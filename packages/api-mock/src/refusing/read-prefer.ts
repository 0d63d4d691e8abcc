import { findResponse } from "../api/find-response.ts";
import type { DocumentedResponse, Operation } from "../api/read-specification.ts";
import type { Refusal } from "../wire/refusal.ts";

/** The preferences in a Prefer header (RFC 7240). */
export interface Preferences {
  /** The header for Prism, without preferences that only the mock supports; `undefined` when it is empty. */
  readonly forward: string | undefined;
  /** The status whose response must lose its body. */
  readonly emptyBodyOf: number | undefined;
  /** The media types that have the preferred example; undefined without such a preference. */
  readonly mediaTypes: readonly string[] | undefined;
}

const nothing: Preferences = { forward: undefined, emptyBodyOf: undefined, mediaTypes: undefined };

/** Quoted commas do not separate (RFC 7240 uses the list syntax of RFC 9110). */
const preferencePattern = /(?:"(?:\\.|[^"\\])*"|[^,"])+/g;

function splitPreference(text: string): {
  readonly name: string;
  readonly value: string;
  readonly text: string;
} {
  const [preference = ""] = text.split(";");
  const [name = "", ...value] = preference.split("=");
  return {
    name: name.trim().toLowerCase(),
    value: value
      .join("=")
      .trim()
      .replace(/^"(.*)"$/, "$1"),
    text: text.trim(),
  };
}

function refuse(detail: string): Refusal {
  return { status: 400, detail };
}

/**
 * Reads `Prefer: code=409`, `Prefer: code=200, example=name` and `Prefer: code=409, body=empty`. Prism handles all
 * others.
 *
 * @returns the preferences, or a refusal (400) for an undocumented status or example, or a body that must not be empty.
 *   Prism would answer 404 or 500 to these, as if the API had.
 */
export function readPrefer(operation: Operation, prefer: string | undefined): Preferences | Refusal {
  if (prefer === undefined) return nothing;
  const preferences = [...(prefer.match(preferencePattern) ?? [])].map(splitPreference);
  const find = (name: string): string | undefined =>
    preferences.find((preference) => preference.name === name)?.value;
  const { operationId } = operation;
  const received = `Prefer "${prefer}"`;

  const code = find("code");
  const status = code === undefined ? lowestSuccess(operation) : Number(code);
  const response = /^\d{3}$/.test(String(status)) ? findResponse(operation, status) : undefined;
  if (response === undefined) {
    if (code === undefined) return { ...nothing, forward: prefer };
    const documented = Object.keys(operation.responses).join(", ");
    return refuse(`${received}: ${operationId} documents no status ${code}. Choose one of: ${documented}.`);
  }
  const example = find("example");
  const exampleNames = [...new Set(Object.values(response.exampleNames).flat())];
  if (example !== undefined && !exampleNames.includes(example)) {
    const names = exampleNames.join(", ") || "none";
    return refuse(
      `${received}: the ${status} of ${operationId} has no example "${example}". It has: ${names}.`,
    );
  }
  const body = find("body");
  if (body !== undefined && (body !== "empty" || code === undefined)) {
    return refuse(`${received}: the body can only be chosen as body=empty, together with code=<status>.`);
  }
  if (body !== undefined && !response.bodyMayBeEmpty) {
    return refuse(
      `${received}: the document does not allow the ${status} of ${operationId} without a body. Leave out body=empty, or mark the response with "x-body-may-be-empty: true".`,
    );
  }
  const forwarded = preferences.filter(({ name }) => name !== "body").map(({ text }) => text);
  return {
    forward: forwarded.length === 0 ? undefined : forwarded.join(", "),
    emptyBodyOf: body === undefined ? undefined : status,
    mediaTypes: example === undefined ? undefined : withExample(response, example),
  };
}

function withExample({ exampleNames }: DocumentedResponse, example: string): string[] {
  return Object.entries(exampleNames).flatMap(([mediaType, names]) =>
    names.includes(example) ? [mediaType] : [],
  );
}

/** Finds the status that Prism returns by default. */
function lowestSuccess(operation: Operation): number {
  const [lowest = "200"] = Object.keys(operation.responses)
    .filter((status) => /^2/.test(status))
    .sort();
  return Number(lowest.replace("XX", "00"));
}
