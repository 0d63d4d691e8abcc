import type { JsonObject } from "@np6/openapi-document";
import type { JSX } from "preact";
import type { SharedRefusal } from "../read/shared-refusals.ts";
import { statusTitle } from "../read/status-title.ts";
import { Body } from "../schema/body.tsx";
import { HeaderLinks } from "../schema/header-links.tsx";
import { anchor } from "../text/anchor.ts";
import { Example } from "../text/example.tsx";
import { Source, SourceNote } from "../text/source.tsx";
import { Text } from "../text/text.tsx";

interface RefusalsProps {
  readonly document: JsonObject;
  readonly refusals: readonly SharedRefusal[];
}

/** The refusals that operations share, each once. */
export function Refusals({ document, refusals }: RefusalsProps): JSX.Element {
  return (
    <>
      {refusals.map((refusal) => (
        <Refusal document={document} refusal={refusal} />
      ))}
    </>
  );
}

interface RefusalProps {
  readonly document: JsonObject;
  readonly refusal: SharedRefusal;
}

function Refusal({ document, refusal }: RefusalProps): JSX.Element {
  const { name, statuses, response, media } = refusal;
  const mayBeEmpty = response["x-body-may-be-empty"] === true;
  return (
    <section class="refusal" id={anchor("refusal", name)}>
      <h4>
        {statuses.map(statusTitle).join(", ")} <Source of={response} />
      </h4>
      <Text markdown={response.description} />
      <SourceNote of={response} />
      {media.length === 0 && <p>Without a body.</p>}
      {media.length > 0 && mayBeEmpty && <p>Often without a body. With one:</p>}
      {media.map((one) => (
        <>
          <Body document={document} media={one} open={false} />
          {one.examples.map((example) => (
            <Example example={example} />
          ))}
        </>
      ))}
      <HeaderLinks document={document} response={response} />
    </section>
  );
}
