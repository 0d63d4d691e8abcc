import type { ContentRequest } from "../content/answer-content.ts";

/** Effect of a scenario on one request. Missing fields have no effect. */
export interface Effect {
  /** Milliseconds to wait before anything else. */
  readonly delay?: number;
  /** Milliseconds to wait after the execution and before the response. */
  readonly answerDelay?: number;
  /** Resets the connection (TCP reset): before the API gets the request, or after its execution. */
  readonly reset?: "before" | "after";
  /** Responds with a gateway's page; the request did not get past the gateway. */
  readonly page?: { readonly status: number };
  /** Requests a documented refusal, with or without its body. */
  readonly refuse?: { readonly status: number; readonly empty: boolean };
  /** With a refusal or a page: the request was executed all the same. */
  readonly ran?: boolean;
  /** Checks a valid request, and refuses it with a reason before anything is executed. */
  readonly refuseBody?: (
    request: ContentRequest,
  ) => { readonly status: number; readonly detail: string } | undefined;
  /** Headers to set on the response. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Changes the JSON body of a success. */
  readonly changeBody?: (body: unknown, request: ContentRequest) => unknown;
  /** Changes the media type of a success. */
  readonly changeMediaType?: (mediaType: string) => string;
  /** Sends the body in this many pieces with a pause between them, in milliseconds. */
  readonly pieces?: { readonly count: number; readonly pause: number };
}
