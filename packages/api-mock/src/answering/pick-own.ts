import type { AnswerBook, FoundAnswer } from "../answers/answer-book.ts";
import type { ContentRequest } from "../content/answer-content.ts";
import type { Refusal } from "../wire/refusal.ts";

/** Answers of one's own, and what becomes of a request that none fits. */
export interface OwnAnswers {
  readonly own: Pick<AnswerBook, "isEmpty" | "take" | "nearMiss">;
  /** Whether it is refused. */
  readonly ownOnly: boolean;
}

/** What was found for a request: an answer, or why none fits. Or a refusal of a request that none fits. */
export type PickedAnswer = { readonly found?: FoundAnswer; readonly nearMiss?: string | undefined } | Refusal;

/** Looks for an answer of one's own. */
export function pickOwn({ own, ownOnly }: OwnAnswers, request: ContentRequest, target: string): PickedAnswer {
  if (own.isEmpty && !ownOnly) return {};
  const asked = { ...request, target };
  const found = own.take(asked);
  if (found !== undefined) return { found };
  const nearMiss = own.nearMiss(asked);
  return ownOnly ? { status: 404, detail: nearMiss } : { nearMiss };
}
