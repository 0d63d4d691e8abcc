import type { ContentRequest } from "../content/answer-content.ts";
import type { AnswerRules } from "../proxy/check-answer.ts";
import { type Difference, describeDifference, differencesOf, shownValue } from "./differences.ts";
import type { GivenAnswer, OwnAnswer } from "./own-answer.ts";
import { type PreparedAnswer, prepareAnswer } from "./prepare-answer.ts";

/** A request for which an answer is searched. */
export interface AnswerableRequest extends ContentRequest {
  /** Path and query. */
  readonly target: string;
}

/** An answer that was found for a request, and counted. */
export interface MatchedAnswer {
  readonly answer: PreparedAnswer;
  /** Uncounts the answer, because the request is refused. */
  readonly release: () => void;
}

/** The own answers of a session. */
export interface AnswerBook {
  /** @throws TypeError when the answer breaks the document */
  readonly add: (answer: OwnAnswer) => GivenAnswer;
  readonly clear: () => void;
  readonly isEmpty: boolean;
  /** Takes the latest answer that fits; answers with a count go first, in order. */
  readonly take: (request: AnswerableRequest) => MatchedAnswer | undefined;
  /** Describes why none fits: the nearest answer, and the differences. */
  readonly nearMiss: (request: AnswerableRequest) => string;
}

interface Entry {
  readonly number: number;
  readonly answer: PreparedAnswer;
  used: number;
}

/** @param rules called when the first answer is added, because its validator is slow to make */
export function createAnswerBook(rules: () => AnswerRules): AnswerBook {
  let entries: Entry[] = [];
  let count = 0;
  const leftOf = ({ answer, used }: Entry): number =>
    (answer.definition.times ?? Number.POSITIVE_INFINITY) - used;
  return {
    get isEmpty() {
      return entries.length === 0;
    },
    add: (definition) => {
      count += 1;
      const entry: Entry = { number: count, answer: prepareAnswer(rules(), definition), used: 0 };
      entries.push(entry);
      return {
        get used() {
          return entry.used;
        },
        end: () => {
          entries = entries.filter((other) => other !== entry);
        },
      };
    },
    clear: () => {
      entries = [];
      count = 0;
    },
    take: (request) => {
      const fitting = entries.filter(
        (entry) => leftOf(entry) > 0 && differences(entry.answer, request).length === 0,
      );
      const entry = fitting.find(({ answer }) => answer.definition.times !== undefined) ?? fitting.at(-1);
      if (entry === undefined) return undefined;
      entry.used += 1;
      return {
        answer: entry.answer,
        release: () => {
          entry.used -= 1;
        },
      };
    },
    nearMiss: (request) => {
      const candidates = entries.map((entry) => {
        const mismatches = differences(entry.answer, request);
        const isUsedUp = leftOf(entry) <= 0;
        return { entry, isUsedUp, mismatches, distance: distanceOf(mismatches) + (isUsedUp ? 0.5 : 0) };
      });
      const [nearest] = candidates.sort((first, second) => first.distance - second.distance);
      if (nearest === undefined) return "There are no responses of your own.";
      const { entry, isUsedUp, mismatches } = nearest;
      const { times, operation } = entry.answer.definition;
      const used = isUsedUp ? [`it was used ${times} time${times === 1 ? "" : "s"}, its limit`] : [];
      const reasons = [...used, ...mismatches.map(describeDifference)].join("; ");
      return `No response of your own matches. The nearest is number ${entry.number}, of ${operation}: ${reasons}.`;
    },
  };
}

/** Another operation counts as more distant than all differences within one. */
const distanceOf = (mismatches: readonly Difference[]): number =>
  mismatches.reduce((sum, { location }) => sum + (location === "the operation" ? 1_000 : 1), 0);

function differences(
  { definition, operation, status, body }: PreparedAnswer,
  request: AnswerableRequest,
): Difference[] {
  const { operationId } = request.operation;
  if (operationId !== operation.operationId)
    return [{ location: "the operation", expected: operation.operationId, actual: operationId }];
  const { path = {}, query = {}, body: expectedBody } = definition.when ?? {};
  const values = pathValues(operation.path, request.path);
  const search = new URLSearchParams(request.target.split("?")[1] ?? "");
  const bodyMismatches = expectedBody === undefined ? [] : differencesOf("body", expectedBody, request.body);
  const accepted = request.answerMediaType;
  const hasOtherMediaType =
    status < 300 && body !== undefined && accepted !== undefined && accepted !== body.mediaType;
  return [
    ...Object.entries(path).flatMap(([name, value]) =>
      differencesOf(`path.${name}`, String(value), values[name]),
    ),
    ...Object.entries(query).flatMap(([name, value]) =>
      differencesOf(`query.${name}`, [value].flat().map(String), search.getAll(name)),
    ),
    ...bodyMismatches,
    ...(hasOtherMediaType && !definition.unchecked
      ? [
          {
            location: "the accepted media type",
            expected: shownValue(body.mediaType),
            actual: shownValue(accepted),
          },
        ]
      : []),
  ];
}

/** Reads the values of a template's parameters from a matching path. */
function pathValues(template: string, path: string): Readonly<Record<string, string>> {
  const names = [...template.matchAll(/\{([^}]+)\}/g)].map(([, name = ""]) => name);
  const literals = template.split(/\{[^}]*\}/).map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const values = new RegExp(`^${literals.join("([^/]+)")}$`).exec(path)?.slice(1) ?? [];
  return Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(values[index] ?? "")]));
}
