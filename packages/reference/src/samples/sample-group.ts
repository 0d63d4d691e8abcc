import type { ExampleBody, ExampleOperation } from "@np6/openapi-document";
import type { ReferenceAnswer } from "../read/reference-answers.ts";
import { curlSample } from "./curl-sample.ts";
import { mockSample } from "./mock-sample.ts";
import type { Sample } from "./sample.ts";
import { typescriptSample } from "./typescript-sample.ts";

/** The samples of one call to an operation. */
export interface SampleGroup {
  /** The body's example; undefined when the operation accepts no body. */
  readonly body: ExampleBody | undefined;
  readonly samples: readonly Sample[];
}

/** Writes the samples of an operation: one group per example of its body; the first group includes the mock. */
export function sampleGroups(
  operation: ExampleOperation,
  answers: readonly ReferenceAnswer[],
): readonly SampleGroup[] {
  const bodies = operation.bodies.length === 0 ? [undefined] : operation.bodies;
  return bodies.map((body, index) => ({
    body,
    samples: [
      typescriptSample(operation, body),
      curlSample(operation, body),
      ...(index === 0 ? [mockSample(operation, answers)] : []),
    ],
  }));
}
