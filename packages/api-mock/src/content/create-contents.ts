import type { Specification } from "../api/read-specification.ts";
import type { Engine } from "../engine/engine.ts";
import { createBatches } from "../schemas/batch.ts";
import type { AnswerContent } from "./answer-content.ts";
import { generatedContent, loadGenerate } from "./generated-content.ts";
import { resourceContent } from "./resource-content.ts";

/** Options for the content of responses. */
export interface ContentOptions {
  /** Keep created, copied, replaced, updated and deleted resources, and answer accordingly. Default: false. */
  readonly stateful?: boolean;
  /**
   * Generate responses from the schemas instead of using the document's examples. The same whole number from 0 up
   * generates the same responses. With `stateful`, only values without a state are generated.
   */
  readonly seed?: number;
}

/**
 * Makes the content sources for the options, in order of precedence.
 *
 * @throws TypeError for an invalid seed
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
    throw new TypeError(`seed ${seed} is not valid: use a whole number of at least 0.`);
  }
  const generate = await loadGenerate();
  return [...resources, generatedContent(specification, seed, generate, validate)];
}

/** Answers a batch with one result per item, in order, made from the document's examples. */
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
