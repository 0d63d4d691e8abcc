import type { JsonObject } from "@np6/openapi-document";
import { linkTo } from "../markdown/anchor.ts";
import { blocks } from "../markdown/block.ts";
import { example, preferHeader } from "../markdown/example.ts";
import { table } from "../markdown/inline.ts";
import { source, sourceNote, withSource } from "../markdown/source.ts";
import { isSuccess, type ReferenceAnswer } from "../read/reference-answers.ts";
import { statusTitle } from "../read/status-title.ts";
import { textOf } from "../read/text-of.ts";
import { body } from "../schema/body.ts";
import { responseHeaders } from "../schema/response-headers.ts";
import { failureName, outcome } from "./reaction.ts";

/** Writes the responses of an operation: successes in full, errors in a table. */
export function answers(document: JsonObject, all: readonly ReferenceAnswer[]): string {
  const refusals = all.filter(({ status }) => !isSuccess(status));
  const rows = refusals.map((answer) => [
    refusal(answer),
    answer.reaction ? failureName(answer.reaction) : "",
    answer.reaction ? outcome(answer.reaction) : "",
    preferences(answer).map(preferHeader).join(", "),
  ]);
  return blocks(
    ...all.filter(({ status }) => isSuccess(status)).map((answer) => success(document, answer)),
    rows.length === 0
      ? ""
      : `### Refusals\n\n${table(["Refusal", "The client's failure", "Outcome", "In the mock"], rows)}`,
  );
}

function success(document: JsonObject, { status, response, media }: ReferenceAnswer): string {
  const hasExamples = media.some(({ examples }) => examples.length > 0);
  return blocks(
    `### ${statusTitle(status)}`,
    blocks(source(response), textOf(response.description), sourceNote(response)),
    media.length === 0 ? "No body." : "",
    ...media.map((one) =>
      blocks(
        body(document, one, false),
        ...one.examples.map((given) =>
          example(given, `code=${status}${given.name === undefined ? "" : `, example=${given.name}`}`),
        ),
      ),
    ),
    hasExamples ? "" : `In the mock: ${preferHeader(`code=${status}`)}`,
    responseHeaders(document, response),
  );
}

function refusal({ status, shared, response }: ReferenceAnswer): string {
  if (shared !== undefined) return `[${statusTitle(status)}](${linkTo("refusal", shared)})`;
  return `${withSource(statusTitle(status), response)} ${textOf(response.description)}`;
}

/** Lists the `Prefer` values for a response: one per example, and one for a documented empty body. */
function preferences({ status, media, mayBeEmpty }: ReferenceAnswer): string[] {
  if (!/^\d{3}$/.test(status)) return [];
  const names = media.flatMap(({ examples }) => examples.flatMap(({ name }) => name ?? []));
  return [
    ...(names.length === 0 ? [`code=${status}`] : names.map((name) => `code=${status}, example=${name}`)),
    ...(mayBeEmpty && media.length > 0 ? [`code=${status}, body=empty`] : []),
  ];
}
