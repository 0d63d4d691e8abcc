import type { ContentRequest } from "../content/answer-content.ts";

/** What a scenario does to one request. Nothing set is nothing done. */
export interface Effect {
  /** Waits this long before anything else happens, in milliseconds. */
  readonly delay?: number;
  /** Cuts the connection (TCP reset): before the API has seen the request, or after it was carried out. */
  readonly reset?: "before" | "after";
  /** Answers with the page of a gateway that the request never got past. */
  readonly page?: { readonly status: number };
  /** Asks for a documented refusal, with or without its body. */
  readonly refuse?: { readonly status: number; readonly empty: boolean };
  /** Headers to set on the answer. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Changes the JSON body of a success. */
  readonly changeBody?: (body: unknown, request: ContentRequest) => unknown;
  /** Changes the media type of a success. */
  readonly changeMediaType?: (mediaType: string) => string;
  /** Sends the body in this many pieces with a pause between them, in milliseconds. */
  readonly pieces?: { readonly count: number; readonly pause: number };
}
