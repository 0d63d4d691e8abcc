import { canonicalJson } from "@np6/openapi-document";
import { describeDifference, differencesOf } from "../answers/differences.ts";
import { readJson } from "../checking/read-json.ts";
import { type AnswerRules, checkAnswer } from "../proxy/check-answer.ts";
import type { ApiProxy } from "../proxy/create-proxy.ts";
import { createKeyRemover } from "../requests/create-key-remover.ts";
import { secretHeaders, secretsOf } from "../requests/secret-headers.ts";
import { withoutSecrets } from "../requests/secret-query.ts";
import { refusalAnswer } from "../wire/refusal.ts";
import { headersByName } from "./headers-by-name.ts";
import type { RecordedExchange } from "./read-recording.ts";

/** The parts of a request that are compared. */
interface Compared {
  readonly method: string;
  readonly path: string;
  /** Values by name, sorted. */
  readonly query: Readonly<Record<string, readonly string[]>>;
  readonly body: unknown;
}

interface Entry {
  readonly compared: Compared;
  readonly key: string;
  readonly exchange: RecordedExchange;
}

/**
 * Answers from a recording, in place of a real API. A request gets the recorded response to the same method, path,
 * query and body; several are used in turn, then the last. Other requests get a 404 that names the nearest.
 */
export function createReplay(exchanges: readonly RecordedExchange[], rules: AnswerRules): ApiProxy {
  const isSecret = secretHeaders(rules.specification);
  const entries = exchanges.map((exchange): Entry => {
    const compared = comparedOf(exchange, (text) => text);
    return { compared, key: canonicalJson(compared), exchange };
  });
  const turns = new Map<string, number>();
  return {
    ask: async (request, operation, violations) => {
      const [path = "", ...query] = request.target.split("?");
      const clean = createKeyRemover(secretsOf(headersByName(request.rawHeaders), isSecret));
      const sent = {
        ...request,
        path,
        query: withoutSecrets(query.join("?"), isSecret),
        body: request.body.toString(),
      };
      const compared = comparedOf(sent, clean);
      const key = canonicalJson(compared);
      const fitting = entries.filter((entry) => entry.key === key);
      const turn = turns.get(key) ?? 0;
      turns.set(key, turn + 1);
      const match = fitting[turn] ?? fitting.at(-1);
      if (match === undefined) {
        const detail = nearMiss(compared, entries);
        return { ...refusalAnswer({ status: 404, detail }), violations: [...violations, detail] };
      }
      const { status, rawHeaders, answer: body } = match.exchange;
      const answer = { status, rawHeaders: [...rawHeaders, "content-length", String(body.length)], body };
      const broken = operation === undefined ? [] : checkAnswer(rules, operation, answer);
      return { ...answer, violations: [...violations, ...broken] };
    },
    reset: () => turns.clear(),
    disconnect: () => {},
  };
}

function comparedOf(
  { method, path, query, body }: Pick<RecordedExchange, "method" | "path" | "query" | "body">,
  clean: (text: string) => string,
): Compared {
  const text = clean(body);
  const { value, fault } = readJson(Buffer.from(text));
  const search = new URLSearchParams(clean(query));
  const names = [...new Set(search.keys())].sort();
  return {
    method,
    path: clean(path),
    query: Object.fromEntries(names.map((name) => [name, search.getAll(name)])),
    body: text === "" ? undefined : fault === undefined ? value : text,
  };
}

function nearMiss(request: Compared, entries: readonly Entry[]): string {
  const [nearest] = entries
    .map(({ compared }, index) => {
      const mismatches = (["method", "path", "query", "body"] as const).flatMap((part) => [
        ...differencesOf(part, compared[part], request[part]),
        // Differences in members that only the request has.
        ...differencesOf(part, request[part], compared[part])
          .filter(({ actual }) => actual === "nothing")
          .map(({ expected, ...rest }) => ({ ...rest, actual: expected, expected: "nothing" })),
      ]);
      const weight = { method: 1_000, path: 100 } as Readonly<Record<string, number>>;
      return {
        index,
        mismatches,
        distance: mismatches.reduce((sum, { location }) => sum + (weight[location] ?? 1), 0),
      };
    })
    .sort((first, second) => first.distance - second.distance);
  const reasons = nearest?.mismatches.map(describeDifference).join("; ");
  return `The recording has no such request. The nearest is its exchange ${(nearest?.index ?? 0) + 1}: ${reasons}.`;
}
