import type { JsonObject } from "@np6/openapi-document";
import type { JSX } from "preact";
import type { ReferenceAnswer } from "../read/reference-answers.ts";
import { statusTitle } from "../read/status-title.ts";
import { Body } from "../schema/body.tsx";
import { HeaderLinks } from "../schema/header-links.tsx";
import { Example } from "../text/example.tsx";
import { Source, SourceNote } from "../text/source.tsx";
import { Text } from "../text/text.tsx";
import { Prefer } from "./prefer.tsx";

interface SuccessProps {
  readonly document: JsonObject;
  readonly answer: ReferenceAnswer;
}

/** A success, with its body and examples. */
export function Success({ document, answer }: SuccessProps): JSX.Element {
  const { status, response, media } = answer;
  const hasExamples = media.some(({ examples }) => examples.length > 0);
  return (
    <div class="success" data-status={status}>
      <h5>
        {statusTitle(status)} <Source of={response} />
      </h5>
      <Text markdown={response.description} />
      <SourceNote of={response} />
      {media.length === 0 && <p>No body.</p>}
      {media.map((one) => (
        <>
          <Body document={document} media={one} open={false} />
          {one.examples.map((example) => (
            <Example example={example}>
              <Prefer
                value={`code=${status}${example.name === undefined ? "" : `, example=${example.name}`}`}
              />
            </Example>
          ))}
        </>
      ))}
      {!hasExamples && (
        <p>
          <Prefer value={`code=${status}`} />
        </p>
      )}
      <HeaderLinks document={document} response={response} />
    </div>
  );
}
