import type { ApiDescription } from "./api-description.ts";
import { type ApiKey, checkApiKey } from "./api-key.ts";
import { resolveBaseUrl } from "./base-url.ts";
import { checkOptions } from "./check-options.ts";
import { ConfigurationError } from "./configuration-error.ts";

/** Anything that behaves like the platform's `fetch`. */
export type Fetch = (input: string, init: RequestInit) => Promise<Response>;

/** Options of `createClient`. */
export interface ClientOptions {
  /**
   * The NP6 API key: 1 to 512 visible ASCII characters, or a function (sync or async) that is asked before every
   * request, so that keys can rotate. The key is sent in its header and appears nowhere else. `undefined` is refused
   * at once, so an environment variable can be passed as it is.
   */
  readonly apiKey: ApiKey | undefined;
  /** Where the API is. Default: the server of the spec. `https:`, or `http:` on this machine. */
  readonly baseUrl?: string | undefined;
  /** The fetch to send with. Default: the platform's. Every request has `redirect: "manual"`. */
  readonly fetch?: Fetch | undefined;
}

/** Options after they were checked. */
export interface Configuration {
  readonly apiKey: ApiKey;
  readonly baseUrl: string;
  readonly fetch: Fetch;
}

/**
 * Checks the options of `createClient` and fills in the defaults.
 * @throws ConfigurationError that names the option and the rule, never its value
 */
export function resolveConfiguration(options: ClientOptions, api: ApiDescription): Configuration {
  checkOptions(options, "createClient", ["apiKey", "baseUrl", "fetch"]);
  const { apiKey, baseUrl, fetch } = options;
  checkApiKey(apiKey);
  if (fetch !== undefined && typeof fetch !== "function") {
    throw new ConfigurationError("`fetch` must be a function.");
  }
  return {
    apiKey,
    baseUrl: resolveBaseUrl(baseUrl ?? api.server),
    // Looked up at each request, so that a test or a tracer that replaces the global fetch is seen.
    fetch: fetch ?? ((input, init) => globalThis.fetch(input, init)),
  };
}
