/** A function with the signature of the platform's `fetch`. */
export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/**
 * A way to call the API, for measurement. Makes a function that makes one call and resolves to the body of the response.
 * @param baseUrl the API's address without a trailing slash
 * @param fetch the function to send with. Default: the global fetch
 */
export type Prepare = (baseUrl: string, fetch?: Fetch) => (body?: unknown) => Promise<unknown>;
