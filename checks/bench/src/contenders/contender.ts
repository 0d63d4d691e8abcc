/** A function with the signature of the platform's `fetch`. */
export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/**
 * A way to call the API, to be measured. It makes the function that makes one call and resolves to the body of the answer.
 * @param baseUrl where the API is, without a slash at the end
 * @param fetch what to send with; the global one when left out
 */
export type Prepare = (baseUrl: string, fetch?: Fetch) => (body?: unknown) => Promise<unknown>;
