import type { AnsweredFailure, RateLimit, UnansweredFailure } from "../failures/failure.ts";

/** What an answer's headers tell of the call. */
export interface AnswerHeaders {
  /** Status and headers; the body has been read. */
  readonly response: Response;
  /** What the API's support traces a call by. */
  readonly requestId: string | undefined;
  readonly rateLimit: RateLimit | undefined;
}

/** How a call that was sent ended: with data or a failure, and with the answer's headers unless none came. */
export type Outcome =
  | ({ readonly data: unknown; readonly error?: undefined } & AnswerHeaders)
  | ({ readonly data?: undefined; readonly error: AnsweredFailure } & AnswerHeaders)
  | { readonly data?: undefined; readonly error: UnansweredFailure; readonly response?: undefined };
