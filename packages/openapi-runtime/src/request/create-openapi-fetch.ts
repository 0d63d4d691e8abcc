import imported from "openapi-fetch";

/** openapi-fetch's generic call. Its types speak of one API's paths; ours are checked on the outside. */
export interface OpenapiFetch {
  request(method: string, path: string, init: object): Promise<unknown>;
}

type CreateClient = typeof imported;

/**
 * openapi-fetch's `createClient`. Its CommonJS build does not say that it was an ES module, so through `require` the
 * default import is the whole module (0.17.0). Looked at when called, so that bundlers can leave it out.
 */
export function createOpenapiFetch(options: Parameters<CreateClient>[0]): OpenapiFetch {
  const createClient: CreateClient =
    typeof imported === "function" ? imported : (imported as { default: CreateClient }).default;
  return createClient(options) as unknown as OpenapiFetch;
}
