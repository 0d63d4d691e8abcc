import { ConfigurationError } from "../failures/configuration-error.ts";
import type { ApiDescription } from "../table/api-description.ts";
import type { Validation } from "../validation/validation.ts";
import type { Hooks } from "../watching/hooks.ts";
import { type ApiKey, checkApiKey } from "./api-key.ts";
import { resolveBaseUrl } from "./base-url.ts";
import {
  type CallSettings,
  checkInteger,
  defaultCallSettings,
  type LimitOptions,
  type RetryOptions,
  resolveCallSettings,
} from "./call-settings.ts";
import { checkFetch } from "./check-fetch.ts";
import { checkOptions } from "./check-options.ts";
import { checkRealApi } from "./check-real-api.ts";
import { isBrowser } from "./is-browser.ts";

/** Anything that behaves like the platform's `fetch`. */
export type Fetch = (input: string, init: RequestInit) => Promise<Response>;

/** Options of `createClient`. */
export interface ClientOptions<Preferred extends readonly string[] = readonly string[]> extends LimitOptions {
  /**
   * The NP6 API key: 1 to 512 visible ASCII characters, or a function (sync or async) that is asked before every
   * request, so that keys can rotate. The key is sent in its header and appears nowhere else. `undefined` is refused
   * at once, so an environment variable can be passed as it is.
   */
  readonly apiKey: ApiKey | undefined;
  /**
   * Where the API is. `https:`, or `http:` on this machine. Default, when the option is left out: the server of the spec,
   * `realApiUrl`. `undefined` and an empty text are refused at once, so an environment variable can be passed as it is, and
   * a misspelt one does not reach production.
   */
  readonly baseUrl?: string | undefined;
  /**
   * Allow a test run (vitest, Jest, node:test, `NODE_ENV=test` …) to call the real API. Default: false, because a call there
   * reaches real customers. The environment variable `NP6_REAL_API=never` forbids it also where this is true.
   */
  readonly allowRealApi?: boolean | undefined;
  /** The fetch to send with. Default: the platform's. Every request has `redirect: "manual"` and `cache: "no-store"`. */
  readonly fetch?: Fetch | undefined;
  /**
   * Media types to send and ask for where an operation declares several, best first: a client goes over to a new version
   * of the vendor's type with one line, and the types of bodies and results follow. A call's `accept` and `contentType`
   * win. Default: none, so bodies and answers are of the first declared type.
   */
  readonly preferredMediaTypes?: Preferred | undefined;
  /** When a request is sent again; `false` for never. */
  readonly retry?: false | RetryOptions | undefined;
  /** Most bytes of an answer's body, after decompression. Default: 32 MiB. */
  readonly maxResponseBytes?: number | undefined;
  /** How many calls may be under way at once; the others wait in line, as long as `queueTimeoutMs` says. Default: any number. */
  readonly maxConcurrency?: number | undefined;
  /**
   * Functions that are told of every request, response, retry and failure, and of the use of what is deprecated; never of
   * the key or a body.
   */
  readonly on?: Hooks | undefined;
  /**
   * Checks bodies against the spec: `createValidation` of `@np6/api-client/validate` makes it. Default: none, and nothing
   * of it is loaded.
   */
  readonly validation?: Validation | undefined;
  /**
   * Allow the client to be made in a browser. **Whoever opens the page can read the key** and do with the account what
   * it allows; only for a key that opens nothing. Default: false.
   */
  readonly dangerouslyAllowBrowser?: boolean | undefined;
  /**
   * Allow a `baseUrl` with `http:` on another machine, such as a mock in a container. **Whoever is on the way reads the key
   * and the bodies**; only with a key that opens nothing. Never for the real API. Default: false.
   */
  readonly dangerouslyAllowHttp?: boolean | undefined;
}

/** Options after they were checked. */
export interface Configuration {
  readonly apiKey: ApiKey;
  readonly baseUrl: string;
  readonly fetch: Fetch;
  readonly preferredMediaTypes: readonly string[];
  readonly settings: CallSettings;
  readonly maxResponseBytes: number;
  readonly maxConcurrency: number | undefined;
  readonly on: Hooks;
  readonly validation: Validation | undefined;
}

const known = [
  "apiKey",
  "baseUrl",
  "allowRealApi",
  "fetch",
  "preferredMediaTypes",
  "retry",
  "attemptTimeoutMs",
  "deadlineMs",
  "queueTimeoutMs",
  "maxResponseBytes",
  "maxConcurrency",
  "on",
  "validation",
  "dangerouslyAllowBrowser",
  "dangerouslyAllowHttp",
];

const defaultMaxResponseBytes = 32 * 2 ** 20;

/**
 * Checks the options of `createClient` and fills in the defaults.
 * @throws ConfigurationError that names the option and the rule, never its value
 */
export function resolveConfiguration(options: ClientOptions, api: ApiDescription): Configuration {
  checkOptions(options, "createClient", known);
  const { apiKey, fetch, maxResponseBytes, maxConcurrency, on = {}, validation } = options;
  checkSwitches(options);
  if (isBrowser() && options.dangerouslyAllowBrowser !== true) {
    throw new ConfigurationError(
      "this is a browser, where every visitor can read the key; call the API from a server " +
        "(or set `dangerouslyAllowBrowser` for a key that opens nothing).",
    );
  }
  checkApiKey(apiKey);
  checkFetch(fetch);
  checkInteger("maxResponseBytes", maxResponseBytes, 1, Number.MAX_SAFE_INTEGER);
  checkInteger("maxConcurrency", maxConcurrency, 1, Number.MAX_SAFE_INTEGER);
  checkHooks(on);
  checkValidation(validation);
  const given = "baseUrl" in options;
  if (!given && api.server === undefined) {
    throw new ConfigurationError("`baseUrl` is missing, and the spec names no server.");
  }
  const baseUrl = resolveBaseUrl(given ? options.baseUrl : api.server, options.dangerouslyAllowHttp);
  checkRealApi(baseUrl, api.server, options.allowRealApi === true);
  return {
    apiKey,
    baseUrl,
    // Looked up at each request, so that a test or a tracer that replaces the global fetch is seen.
    fetch: fetch ?? ((input, init) => globalThis.fetch(input, init)),
    preferredMediaTypes: checkPreferred(options.preferredMediaTypes ?? [], api),
    settings: resolveCallSettings(defaultCallSettings, options, "client"),
    maxResponseBytes: maxResponseBytes ?? defaultMaxResponseBytes,
    maxConcurrency,
    on,
    validation,
  };
}

function checkPreferred(preferred: unknown, { mediaTypes }: ApiDescription): readonly string[] {
  const known = Object.keys(mediaTypes);
  if (Array.isArray(preferred) && preferred.every((mediaType) => known.includes(mediaType))) return preferred;
  throw new ConfigurationError(`\`preferredMediaTypes\` must be a list of: ${known.join(", ")}.`);
}

function checkHooks(on: unknown): void {
  checkOptions(on, "`on`", ["request", "response", "retry", "failure", "deprecated"]);
  for (const [name, hook] of Object.entries(on)) {
    if (hook !== undefined && typeof hook !== "function") {
      throw new ConfigurationError(`\`on.${name}\` must be a function.`);
    }
  }
}

/** Also what it was made with: `createValidation` throws nothing itself, so that it need not load the failures. */
function checkValidation(validation: Validation | undefined): void {
  if (validation === undefined) return;
  const { options, checkRequest, checkResponse } = Object(validation) as Partial<Validation>;
  const made = [checkRequest, checkResponse].every(
    (check) => check === undefined || typeof check === "function",
  );
  if (options === undefined || !made) {
    throw new ConfigurationError(
      "`validation` must come from `createValidation` of `@np6/api-client/validate`.",
    );
  }
  checkOptions(options, "createValidation", ["requests", "responses"]);
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined || typeof value === "boolean") continue;
    throw new ConfigurationError(`createValidation: \`${name}\` must be true or false.`);
  }
  if (checkRequest === undefined && checkResponse === undefined) {
    throw new ConfigurationError(
      "createValidation checks nothing; pass `requests: true`, `responses: true` or both.",
    );
  }
}

/** What allows something must be said as it is meant: the text "false" of a variable would allow it, too. */
function checkSwitches(options: ClientOptions): void {
  for (const name of ["allowRealApi", "dangerouslyAllowBrowser", "dangerouslyAllowHttp"] as const) {
    const value: unknown = options[name];
    if (value === undefined || typeof value === "boolean") continue;
    throw new ConfigurationError(`\`${name}\` must be true or false.`);
  }
}
