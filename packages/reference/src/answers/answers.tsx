import type { JsonObject } from "@np6/openapi-document";
import type { JSX } from "preact";
import { isSuccess, type ReferenceAnswer } from "../read/reference-answers.ts";
import { statusTitle } from "../read/status-title.ts";
import { anchor } from "../text/anchor.ts";
import { Source } from "../text/source.tsx";
import { Line } from "../text/text.tsx";
import { Prefer } from "./prefer.tsx";
import { FailureName, Outcome } from "./reaction.tsx";
import { Success } from "./success.tsx";

interface AnswersProps {
  readonly document: JsonObject;
  readonly answers: readonly ReferenceAnswer[];
}

/** The answers of an operation: successes in full, refusals in a table. */
export function Answers({ document, answers }: AnswersProps): JSX.Element {
  const refusals = answers.filter(({ status }) => !isSuccess(status));
  return (
    <>
      {answers
        .filter(({ status }) => isSuccess(status))
        .map((answer) => (
          <Success document={document} answer={answer} />
        ))}
      {refusals.length > 0 && (
        <table class="refusals">
          <thead>
            <tr>
              <th scope="col">Refusal</th>
              <th scope="col">The client's failure</th>
              <th scope="col">Outcome</th>
              <th scope="col">In the mock</th>
            </tr>
          </thead>
          <tbody>
            {refusals.map((answer) => (
              <tr data-status={answer.status}>
                <td>
                  <Refusal answer={answer} />
                </td>
                <td>{answer.reaction && <FailureName reaction={answer.reaction} />}</td>
                <td>{answer.reaction && <Outcome reaction={answer.reaction} />}</td>
                <td class="prefers">
                  {preferences(answer).map((prefer) => (
                    <Prefer value={prefer} />
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function Refusal({ answer }: { readonly answer: ReferenceAnswer }): JSX.Element {
  const { status, shared, response } = answer;
  if (shared !== undefined) return <a href={`#${anchor("refusal", shared)}`}>{statusTitle(status)}</a>;
  return (
    <>
      {statusTitle(status)} <Source of={response} /> <Line markdown={response.description} />
    </>
  );
}

/** The ways to have the mock give an answer: each of its examples, and without a body where that is documented. */
function preferences({ status, media, mayBeEmpty }: ReferenceAnswer): string[] {
  if (!/^\d{3}$/.test(status)) return [];
  const names = media.flatMap(({ examples }) => examples.flatMap(({ name }) => name ?? []));
  return [
    ...(names.length === 0 ? [`code=${status}`] : names.map((name) => `code=${status}, example=${name}`)),
    ...(mayBeEmpty && media.length > 0 ? [`code=${status}, body=empty`] : []),
  ];
}
