/** Anything that behaves like the platform's `fetch`. */
export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/** A way to call the API, to be measured. */
export interface Contender {
  readonly name: string;
  /**
   * Makes the function that makes one call and resolves to the body of the answer.
   * @param baseUrl where the API is, without a slash at the end
   * @param fetch what to send with; the global one when left out
   */
  readonly prepare: (baseUrl: string, fetch?: Fetch) => (body?: unknown) => Promise<unknown>;
}
