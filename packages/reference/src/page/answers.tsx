import { describedAt, isJsonObject, type JsonObject, type NamedExample } from "@np6/openapi-document";
import type { JSX } from "preact";
import { componentName } from "../read/component-name.ts";
import { isSuccess, type ReferenceAnswer } from "../read/reference-answers.ts";
import { statusTitle } from "../read/status-title.ts";
import { anchor } from "./anchor.ts";
import { asProperty } from "./as-property.ts";
import { Body } from "./body.tsx";
import { Code } from "./code.tsx";
import { Property } from "./property-list.tsx";
import { FailureName, Outcome } from "./reaction.tsx";
import { Source, SourceNote } from "./source.tsx";
import { Line, Text } from "./text.tsx";

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

function Success({
  document,
  answer,
}: {
  readonly document: JsonObject;
  readonly answer: ReferenceAnswer;
}): JSX.Element {
  const { status, response, media } = answer;
  const headers = Object.entries(isJsonObject(response.headers) ? response.headers : {});
  return (
    <div class="success" data-status={status}>
      <h5>
        {statusTitle(status)} <Source of={response} />
      </h5>
      <Text markdown={response.description} />
      <SourceNote of={response} />
      {media.length === 0 && (
        <p>
          No body. <Prefer value={`code=${status}`} />
        </p>
      )}
      {media.map((one) => (
        <>
          <Body document={document} media={one} open={false} />
          {one.examples.map((example) => (
            <AnswerExample status={status} example={example} />
          ))}
        </>
      ))}
      {headers.length > 0 && <Headers document={document} headers={headers} />}
    </div>
  );
}

interface HeadersProps {
  readonly document: JsonObject;
  readonly headers: readonly (readonly [string, unknown])[];
}

/** Shared headers are told once, in a chapter of their own. */
function Headers({ document, headers }: HeadersProps): JSX.Element {
  const own = headers.filter(([, header]) => componentName(header) === undefined);
  const shared = headers.filter(([, header]) => componentName(header) !== undefined);
  return (
    <>
      {shared.length > 0 && (
        <p class="headers">
          Headers:{" "}
          {shared.map(([name, header], index) => (
            <>
              {index === 0 ? "" : ", "}
              <a href={`#${anchor("header", componentName(header) ?? name)}`}>
                <code>{name}</code>
              </a>
            </>
          ))}
        </p>
      )}
      {own.length > 0 && (
        <dl class="properties">
          {own.map(([name, header]) => (
            <Property
              document={document}
              name={name}
              schema={asProperty(describedAt(document, header))}
              required={false}
            />
          ))}
        </dl>
      )}
    </>
  );
}

function AnswerExample({
  status,
  example,
}: {
  readonly status: string;
  readonly example: NamedExample;
}): JSX.Element {
  const { name, summary, value } = example;
  const prefer = `code=${status}${name === undefined ? "" : `, example=${name}`}`;
  return (
    <details class="example">
      <summary>
        Example: {summary ?? name ?? "without a name"} <Prefer value={prefer} />
      </summary>
      <Code language="json" code={JSON.stringify(value, null, 2)} />
    </details>
  );
}

/** The header that asks the mock for an answer. */
function Prefer({ value }: { readonly value: string }): JSX.Element {
  return (
    <code class="prefer" data-prefer={value}>
      Prefer: {value}
    </code>
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
