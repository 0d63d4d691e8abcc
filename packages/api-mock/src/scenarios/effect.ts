import type { ContentRequest } from "../content/answer-content.ts";

/** What a scenario does to one request. Nothing set is nothing done. */
export interface Effect {
  /** Waits this long before anything else happens, in milliseconds. */
  readonly delay?: number;
  /** Waits this long after the request was carried out and before its answer, in milliseconds. */
  readonly answerDelay?: number;
  /** Cuts the connection (TCP reset): before the API has seen the request, or after it was carried out. */
  readonly reset?: "before" | "after";
  /** Answers with the page of a gateway that the request never got past. */
  readonly page?: { readonly status: number };
  /** Asks for a documented refusal, with or without its body. */
  readonly refuse?: { readonly status: number; readonly empty: boolean };
  /** With a refusal or a page: the request was carried out all the same. */
  readonly ran?: boolean;
  /** Looks into a request that keeps to the document, and refuses it with a reason before anything is carried out. */
  readonly refuseBody?: (
    request: ContentRequest,
  ) => { readonly status: number; readonly detail: string } | undefined;
  /** Headers to set on the answer. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Changes the JSON body of a success. */
  readonly changeBody?: (body: unknown, request: ContentRequest) => unknown;
  /** Changes the media type of a success. */
  readonly changeMediaType?: (mediaType: string) => string;
  /** Sends the body in this many pieces with a pause between them, in milliseconds. */
  readonly pieces?: { readonly count: number; readonly pause: number };
}
