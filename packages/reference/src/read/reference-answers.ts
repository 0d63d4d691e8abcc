import {
  asObject,
  describedAt,
  type ExampleOperation,
  type JsonObject,
  type NamedExample,
  namedExamples,
} from "@np6/openapi-document";
import type { ClientReaction } from "../client/client-reaction.ts";
import { componentName } from "./component-name.ts";

/** A body of a request or response in one media type. */
export interface ReferenceMedia {
  readonly mediaType: string;
  /** Whether it is the default of a call without a chosen media type: the first one. */
  readonly isDefault: boolean;
  readonly schema: unknown;
  readonly examples: readonly NamedExample[];
}

/** A documented response of an operation. */
export interface ReferenceAnswer {
  /** `200`, a range such as `4XX`, or `default`. */
  readonly status: string;
  readonly response: JsonObject;
  /** Name under `components/responses`, when several operations share it. */
  readonly shared: string | undefined;
  readonly media: readonly ReferenceMedia[];
  readonly mayBeEmpty: boolean;
  /** The client's failure after this response; undefined for a success. */
  readonly reaction: ClientReaction | undefined;
}

/** Observes the client's failure after a response. */
export type ObserveAnswer = (
  operation: ExampleOperation,
  status: number,
  body: { readonly mediaType: string; readonly value: unknown } | undefined,
) => Promise<ClientReaction>;

/** Reads the bodies under `content` of a request body or response. */
export function readMedia(document: JsonObject, { content }: JsonObject): ReferenceMedia[] {
  return Object.entries(asObject(content)).map(([mediaType, value], index) => {
    const media = describedAt(document, value);
    const examples = namedExamples(document, media);
    return { mediaType, isDefault: index === 0, schema: media.schema, examples };
  });
}

/** Whether a status of the document means success. */
export function isSuccess(status: string): boolean {
  return status.startsWith("2");
}

/** Reads the responses of an operation, in the order of the document. */
export async function referenceAnswers(
  document: JsonObject,
  operation: ExampleOperation,
  responses: unknown,
  observe: ObserveAnswer,
): Promise<ReferenceAnswer[]> {
  const answers = Object.entries(asObject(responses)).map(async ([status, value]) => {
    const response = describedAt(document, value);
    const media = readMedia(document, response);
    const body = media[0]?.examples[0];
    const reaction = isSuccess(status)
      ? undefined
      : await observe(
          operation,
          statusInRange(status),
          body && { mediaType: media[0]?.mediaType ?? "", value: body.value },
        );
    const mayBeEmpty = media.length === 0 || response["x-body-may-be-empty"] === true;
    return { status, response, shared: componentName(value), media, mayBeEmpty, reaction };
  });
  return Promise.all(answers);
}

/** Chooses a status of a range: 400 for `4XX`, and 500 for `default`, which only means an error. */
function statusInRange(status: string): number {
  if (/^\d{3}$/.test(status)) return Number(status);
  return /^[1-5]XX$/i.test(status) ? Number(status[0]) * 100 : 500;
}
