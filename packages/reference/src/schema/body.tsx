import type { JsonObject } from "@np6/openapi-document";
import type { JSX } from "preact";
import type { ReferenceMedia } from "../read/reference-answers.ts";
import { innerSchema, SchemaDetails } from "./schema-details.tsx";
import { TypeLabel } from "./type-label.tsx";

interface BodyProps {
  readonly document: JsonObject;
  readonly media: ReferenceMedia;
  /** Whether its fields are shown without a click. */
  readonly open: boolean;
}

/** A body: its media type, its type, and one level of its fields in place. */
export function Body({ document, media, open }: BodyProps): JSX.Element {
  const { name, schema } = innerSchema(document, media.schema);
  const what = schema.oneOf === undefined ? "Fields" : "Variants";
  const hasInner =
    schema.properties !== undefined || schema.oneOf !== undefined || schema.allOf !== undefined;
  return (
    <>
      <p class="media">
        <code>{media.mediaType}</code> <TypeLabel schema={media.schema} />
      </p>
      {hasInner && (
        <details open={open}>
          <summary>{name === undefined ? what : `${what} of ${name}`}</summary>
          <div class="inner">
            <SchemaDetails document={document} schema={schema} />
          </div>
        </details>
      )}
    </>
  );
}
