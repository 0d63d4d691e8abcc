import type { Answer } from "../wire/answer.ts";

/** An answer with those for whom the request was carried out, one text each. */
export type ProducedAnswer = Answer & {
  readonly executed?: readonly string[];
  /** Why no answer of one's own fits. */
  readonly nearMiss?: string | undefined;
};
