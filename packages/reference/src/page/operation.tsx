import type { JsonObject } from "@np6/openapi-document";
import type { JSX } from "preact";
import { Answers } from "../answers/answers.tsx";
import type { ReferenceOperation } from "../read/read-reference.ts";
import { readMedia } from "../read/reference-answers.ts";
import { textOf } from "../read/text-of.ts";
import { Body } from "../schema/body.tsx";
import { HeldValue } from "../schema/held-value.tsx";
import { anchor } from "../text/anchor.ts";
import { Flag } from "../text/flag.tsx";
import { Source, SourceNote } from "../text/source.tsx";
import { Text } from "../text/text.tsx";
import { Samples } from "./samples.tsx";

interface OperationProps {
  readonly document: JsonObject;
  readonly operation: ReferenceOperation;
}

/** What an operation is called on the page. */
export function operationTitle({ call, described }: ReferenceOperation): string {
  return textOf(described.summary) || call.operationId;
}

/** One operation: what it does, takes and answers, and how it is called. */
export function Operation({ document, operation }: OperationProps): JSX.Element {
  const { call, described, parameters, requestBody, answers } = operation;
  return (
    <section class="operation" id={anchor("operation", call.operationId)} data-operation={call.operationId}>
      <h3>{operationTitle(operation)}</h3>
      <p class="endpoint">
        <span class={`method method-${call.method.toLowerCase()}`}>{call.method}</span>{" "}
        <code>{call.path}</code>
      </p>
      <p class="called">
        <code>np6.{call.operationId}</code>
        <Flag name="deprecated" when={described.deprecated} until={described["x-sunset"]} />{" "}
        <Source of={described} />
      </p>
      <div class="columns">
        <div class="description">
          <Text markdown={described.description} />
          <SourceNote of={described} />
          {parameters.length > 0 && (
            <>
              <h4>Parameters</h4>
              <dl class="properties">
                {parameters.map((parameter) => (
                  <HeldValue
                    document={document}
                    name={String(parameter.name)}
                    holder={parameter}
                    place={`In the ${parameter.in}.`}
                  />
                ))}
              </dl>
            </>
          )}
          {requestBody !== undefined && (
            <>
              <h4>
                Request body
                <Flag name="required" when={requestBody.required} /> <Source of={requestBody} />
              </h4>
              <Text markdown={requestBody.description} />
              <SourceNote of={requestBody} />
              {readMedia(document, requestBody).map((media) => (
                <Body document={document} media={media} open={true} />
              ))}
            </>
          )}
        </div>
        <Samples operation={operation} />
      </div>
      <h4>Answers</h4>
      <Answers document={document} answers={answers} />
    </section>
  );
}
