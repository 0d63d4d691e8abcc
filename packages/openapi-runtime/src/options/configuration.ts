import { Refusal } from "../failures/refusal.ts";
import type { ApiDescription } from "../table/api-description.ts";
import type { Validation } from "../validation/validation.ts";
import type { CallNames, Hooks, OperationEvent } from "../watching/hooks.ts";
import { type ApiKey, checkApiKey } from "./api-key.ts";
import { resolveBaseUrl } from "./base-url.ts";
import type { HeadersInput } from "./call-options.ts";
import {
  type CallSettings,
  defaultCallSettings,
  type LimitOptions,
  type RetryOptions,
  resolveCallSettings,
} from "./call-settings.ts";
import { checkFetch } from "./check-fetch.ts";
import { checkOptions, checkValues, type OptionRule } from "./check-options.ts";
import { checkRealApi } from "./check-real-api.ts";
import { isBrowser } from "./is-browser.ts";
import { resolveSerializers, type Serializers } from "./serializers.ts";

/** Anything that behaves like the platform's `fetch`. */
export type Fetch = (input: string, init: RequestInit) => Promise<Response>;

/** What sets one API's client apart from another's, beside the failures: its table, and its names in messages. */
export interface ApiNames {
  readonly api: ApiDescription;
  /** Name of the client's package on the registry, for messages. */
  readonly packageName: string;
  /** Options of the client's own, beside those of every client. */
  readonly furtherOptions?: readonly string[] | undefined;
  /** Looks at every JSON body as it would go out, and throws an Error that says why it must not. */
  readonly guard?: Guard | undefined;
  /** What requests say as their `User-Agent`, such as `my-client/1.2.0`. A browser says its own. */
  readonly userAgent?: string | undefined;
  /** Environment variable that forbids the API's own server where it is `never`. */
  readonly realApiVariable?: string | undefined;
}

/** Options of `createClient`. */
export interface ClientOptions<Preferred extends readonly string[] = readonly string[]>
  extends LimitOptions,
    Serializers {
  /**
   * The API key: 1 to 512 visible ASCII characters. Or a function (sync or async) that is asked before every request,
   * so that keys can rotate. The key is sent in its header and appears nowhere else. `undefined` is refused at once, so
   * an environment variable can be passed as it is.
   */
  readonly apiKey: ApiKey | undefined;
  /**
   * Where the API is. `https:`, or `http:` on this machine. Default, when the option is left out: the server of the
   * spec. `undefined` and an empty text are refused at once. So an environment variable can be passed as it is, and a
   * misspelt one does not reach production.
   */
  readonly baseUrl?: string | undefined;
  /**
   * Allow a test run (vitest, Jest, node:test, `NODE_ENV=test` …) to call the real API. Default: false, because a call there
   * reaches real customers. The client's environment variable for it, set to `never`, forbids it also where this is true.
   */
  readonly allowRealApi?: boolean | undefined;
  /** The fetch to send with. Default: the platform's. Every request has `redirect: "manual"` and `cache: "no-store"`. */
  readonly fetch?: Fetch | undefined;
  /**
   * Media types to send and ask for where an operation declares several, best first. A client goes over to a new
   * version of the vendor's type with one line, and the types of bodies and results follow. A call's `accept` and
   * `contentType` win. Default: none, so bodies and answers are of the first declared type.
   */
  readonly preferredMediaTypes?: Preferred | undefined;
  /**
   * Further headers of every call, or a function that is asked for them at each call. A call's own `headers` win, and `null`
   * there leaves one out. Not the key, Accept or Content-Type.
   */
  readonly headers?: HeadersInput | ((call: OperationEvent) => HeadersInput | undefined) | undefined;
  /** When a request is sent again; `false` for never. */
  readonly retry?: false | RetryOptions | undefined;
  /** Most bytes of an answer's body, after decompression. Default: 32 MiB. */
  readonly maxResponseBytes?: number | undefined;
  /** How many calls may be under way at once; the others wait in line, as long as `queueTimeoutMs` says. Default: any number. */
  readonly maxConcurrency?: number | undefined;
  /**
   * Functions that are told of every request, response, retry and failure, and of the use of what is deprecated. They
   * never get the key or a body.
   */
  readonly on?: Hooks | undefined;
  /**
   * Is given every call and runs it, for those who need the call inside something of theirs: a span, an AsyncLocalStorage, a
   * lock. It calls `run` and gives back what comes of it. `run` resolves when the call has succeeded, and rejects with the
   * failure; called again, it does not send again. What a wrapper returns or throws after that changes nothing; one that never
   * calls `run` refuses the call.
   */
  readonly wrap?: Wrap | undefined;
  /**
   * Checks bodies against the spec: `createValidation` of the client's entry `/validate` makes it. Default: none, and
   * nothing of it is loaded.
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

/** @param body - the JSON value of a request's body, as it would go out @throws Error that says why it must not */
export type Guard = (operationId: string, body: unknown) => void;

/** Runs a call inside something else. @param run - makes the call */
export type Wrap = (call: CallNames, run: () => Promise<void>) => unknown;

/** Options after they were checked. */
export interface Configuration {
  readonly apiKey: ApiKey;
  readonly baseUrl: string;
  /** The origin of `baseUrl`: no call leaves it. */
  readonly origin: string;
  readonly fetch: Fetch;
  readonly preferredMediaTypes: readonly string[];
  readonly headers: ClientOptions["headers"];
  readonly serializers: Serializers;
  readonly settings: CallSettings;
  readonly maxResponseBytes: number;
  readonly maxConcurrency: number | undefined;
  readonly on: Hooks;
  readonly wrap: Wrap | undefined;
  readonly userAgent: string | undefined;
  readonly guard: Guard | undefined;
  readonly validation: Validation | undefined;
}

const rules: Readonly<Record<string, OptionRule>> = {
  allowRealApi: "boolean",
  dangerouslyAllowBrowser: "boolean",
  dangerouslyAllowHttp: "boolean",
  maxResponseBytes: [1, Number.MAX_SAFE_INTEGER],
  maxConcurrency: [1, Number.MAX_SAFE_INTEGER],
  wrap: "function",
};

const hookRules: Readonly<Record<string, OptionRule>> = {
  request: "function",
  response: "function",
  retry: "function",
  failure: "function",
  end: "function",
  deprecated: "function",
};

const validationNames = ["requests", "responses"];

const known = (
  "apiKey baseUrl allowRealApi fetch headers preferredMediaTypes querySerializer pathSerializer bodySerializer retry " +
  "attemptTimeoutMs deadlineMs queueTimeoutMs maxResponseBytes maxConcurrency on wrap validation dangerouslyAllowBrowser " +
  "dangerouslyAllowHttp"
).split(" ");

const defaultMaxResponseBytes = 32 * 2 ** 20;

/**
 * Checks the options of `createClient` and fills in the defaults.
 * @throws Refusal that names the option and the rule, never its value
 */
export function resolveConfiguration(options: ClientOptions, names: ApiNames): Configuration {
  const { api, furtherOptions = [] } = names;
  checkOptions(options, "createClient", [...known, ...furtherOptions]);
  const { apiKey, fetch, headers, maxResponseBytes, maxConcurrency, on = {}, validation } = options;
  checkValues(options, rules);
  if (isBrowser() && options.dangerouslyAllowBrowser !== true) {
    throw new Refusal(
      "this is a browser, where every visitor can read the key; call the API from a server " +
        "(or set `dangerouslyAllowBrowser` for a key that opens nothing).",
    );
  }
  checkApiKey(apiKey);
  checkFetch(fetch);
  checkOptions(on, "`on`", Object.keys(hookRules));
  checkValues(on, hookRules, "`on.");
  checkValidation(validation, names.packageName);
  const given = "baseUrl" in options;
  if (!given && api.server === undefined) {
    throw new Refusal("`baseUrl` is missing, and the spec names no server.");
  }
  const baseUrl = resolveBaseUrl(given ? options.baseUrl : api.server, options.dangerouslyAllowHttp);
  checkRealApi(baseUrl, api.server, options.allowRealApi === true, names.realApiVariable);
  return {
    apiKey,
    baseUrl,
    origin: new URL(baseUrl).origin,
    // Looked up at each request, so that a test or a tracer that replaces the global fetch is seen.
    fetch: fetch ?? ((input, init) => globalThis.fetch(input, init)),
    preferredMediaTypes: checkPreferred(options.preferredMediaTypes ?? [], api),
    headers,
    serializers: resolveSerializers({}, options),
    settings: resolveCallSettings(defaultCallSettings, options, "client"),
    maxResponseBytes: maxResponseBytes ?? defaultMaxResponseBytes,
    maxConcurrency,
    on,
    wrap: options.wrap,
    guard: names.guard,
    // Scripts may not set it everywhere, and a server that does not expect it refuses the request in advance.
    userAgent: isBrowser() ? undefined : names.userAgent,
    validation,
  };
}

function checkPreferred(preferred: unknown, { mediaTypes }: ApiDescription): readonly string[] {
  const known = Object.keys(mediaTypes);
  if (Array.isArray(preferred) && preferred.every((mediaType) => known.includes(mediaType))) return preferred;
  throw new Refusal(`\`preferredMediaTypes\` must be a list of: ${known.join(", ")}.`);
}

/** Also what it was made with: `createValidation` throws nothing itself, so that it need not load the failures. */
function checkValidation(validation: Validation | undefined, packageName: string): void {
  if (validation === undefined) return;
  const { options, optionNames, checkRequest, checkResponse } = Object(validation) as Partial<Validation>;
  const made = [checkRequest, checkResponse].every(
    (check) => check === undefined || typeof check === "function",
  );
  if (options === undefined || !made) {
    throw new Refusal(`\`validation\` must come from \`createValidation\` of \`${packageName}/validate\`.`);
  }
  const names = optionNames ?? validationNames;
  checkOptions(options, "createValidation", names);
  const rules = Object.fromEntries(names.map((name) => [name, "boolean" as const]));
  checkValues(options, rules, "createValidation: `");
  if (checkRequest === undefined && checkResponse === undefined) {
    throw new Refusal("createValidation checks nothing; pass `requests: true`, `responses: true` or both.");
  }
}
