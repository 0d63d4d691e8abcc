import type { Specification } from "../api/read-specification.ts";
import type { Engine } from "../engine/engine.ts";
import { createBatches } from "../schemas/batch.ts";
import type { AnswerContent } from "./answer-content.ts";
import { generatedContent, loadGenerate } from "./generated-content.ts";
import { resourceContent } from "./resource-content.ts";

/** What answers are made of. */
export interface ContentOptions {
  /** Remember what is created, copied, replaced, updated and deleted, and answer by it. Default: false. */
  readonly stateful?: boolean;
  /**
   * Generate answers from the schemas instead of taking the document's examples; the same number, a whole one from 0 up,
   * generates the same answers. With `stateful`, only what the state does not say is generated.
   */
  readonly seed?: number;
}

/**
 * Makes the sources of content that the options ask for, in the order in which they are asked.
 *
 * @throws TypeError for a seed that is none
 */
export async function createContents(
  { specification, validator }: Engine,
  { stateful = false, seed }: ContentOptions,
): Promise<AnswerContent[]> {
  const batch = batchContent(specification);
  if (!stateful && seed === undefined) return [batch];
  const validate = validator();
  const resources = stateful ? [resourceContent(specification, validate)] : [];
  if (seed === undefined) return [...resources, batch];
  if (!Number.isSafeInteger(seed) || seed < 0) {
    throw new TypeError(`seed ${seed} is none: give a whole number from 0 up.`);
  }
  const generate = await loadGenerate();
  return [...resources, generatedContent(specification, seed, generate, validate)];
}

/** Answers a batch with one result for each item, in their order, made of the document's examples. */
function batchContent(specification: Specification): AnswerContent {
  const batchOf = createBatches(specification);
  return {
    plan: (request) => {
      const batch = batchOf(request.operation, request);
      const { body } = request;
      if (batch === undefined || !Array.isArray(body)) return undefined;
      return { carryOut: () => body.map((item, index) => batch.success(index, item)) };
    },
    reset: () => {},
  };
}
