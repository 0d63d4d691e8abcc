import type { AnsweredFailure, RateLimit, UnansweredFailure } from "../failures/failure.ts";

/** A response's status and headers, and facts read from them. */
export interface AnswerHeaders {
  /** Status and headers; the body has been read. */
  readonly response: Response;
  /** The request id, by which the API's support finds the call. */
  readonly requestId: string | undefined;
  readonly rateLimit: RateLimit | undefined;
}

/** Outcome of a call that was sent: data or a failure, and the response's headers if a response arrived. */
export type Outcome =
  | ({ readonly data: unknown; readonly error?: undefined } & AnswerHeaders)
  | ({ readonly data?: undefined; readonly error: AnsweredFailure } & AnswerHeaders)
  | { readonly data?: undefined; readonly error: UnansweredFailure; readonly response?: undefined };
