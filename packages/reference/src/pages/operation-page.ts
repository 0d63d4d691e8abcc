import type { JsonObject } from "@np6/openapi-document";
import { blocks } from "../markdown/block.ts";
import { code, plain } from "../markdown/inline.ts";
import { deprecation, source, sourceNote } from "../markdown/source.ts";
import type { ReferenceOperation } from "../read/read-reference.ts";
import { readMedia } from "../read/reference-answers.ts";
import { textOf } from "../read/text-of.ts";
import { body } from "../schema/body.ts";
import { heldValue } from "../schema/held-value.ts";
import { answers } from "./answers.ts";
import { samples } from "./samples.ts";

/** Returns the title of an operation. */
export function operationTitle({ call, described }: ReferenceOperation): string {
  return textOf(described.summary) || call.operationId;
}

/** Writes the page of an operation: purpose, input, responses, and samples. */
export function operationPage(document: JsonObject, operation: ReferenceOperation): string {
  const { call, described, parameters, requestBody, answers: all, sampleGroups } = operation;
  return blocks(
    // The heading is the method's name, because people search for it.
    `# ${plain(call.operationId)}`,
    [`**${operationTitle(operation)}**`, deprecation(described), source(described)].filter(Boolean).join(" "),
    `${code(`np6.${call.operationId}`)} sends ${code(`${call.method} ${call.path}`)}`,
    textOf(described.description),
    sourceNote(described),
    "## Call it",
    samples(sampleGroups),
    parameters.length > 0 ? "## Parameters" : "",
    parameters.map((one) => heldValue(document, String(one.name), one, `In the ${one.in}.`)).join("\n"),
    requestBody && "## Request body",
    requestBody &&
      blocks(
        [requestBody.required === true ? "**required**" : "", source(requestBody)].filter(Boolean).join(" "),
        textOf(requestBody.description),
        sourceNote(requestBody),
        ...readMedia(document, requestBody).map((media) => body(document, media, true)),
      ),
    "## Answers",
    answers(document, all),
  );
}
