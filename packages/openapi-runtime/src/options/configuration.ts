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

/** A function that behaves like the platform's `fetch`. */
export type Fetch = (input: string, init: RequestInit) => Promise<Response>;

/** The parts of one API's client: its operation table, and its names in messages. Its failures are separate. */
export interface ApiNames {
  readonly api: ApiDescription;
  /** Name of the client's package on the registry, for messages. */
  readonly packageName: string;
  /** Options of this client, beside those of every client. */
  readonly furtherOptions?: readonly string[] | undefined;
  /** Checks every JSON body before it is sent, and throws an Error with the reason when it must not be sent. */
  readonly guard?: Guard | undefined;
  /** The `User-Agent` of requests, such as `my-client/1.2.0`. A browser sets its own. */
  readonly userAgent?: string | undefined;
  /** Environment variable that forbids the API's own server when it is `never`. */
  readonly realApiVariable?: string | undefined;
}

/** Options of `createClient`. */
export interface ClientOptions<Preferred extends readonly string[] = readonly string[]>
  extends LimitOptions,
    Serializers {
  /**
   * The API key: 1 to 512 visible ASCII characters. Or a function (sync or async) that returns it and is called before
   * every request, so that keys can rotate. The key is sent in its header and appears nowhere else. `undefined` is
   * refused at once, so an environment variable can be passed directly.
   */
  readonly apiKey: ApiKey | undefined;
  /**
   * Address of the API: `https:`, or `http:` on this machine. Default, when the option is missing: the spec's server.
   * `undefined` and an empty string are refused at once. So an environment variable can be passed directly, and a
   * misspelt one does not lead to production.
   */
  readonly baseUrl?: string | undefined;
  /**
   * Allow a test run (vitest, Jest, node:test, `NODE_ENV=test` …) to call the real API. Default: false, because such a
   * call reaches real customers. When the client's environment variable is `never`, calls stay forbidden.
   */
  readonly allowRealApi?: boolean | undefined;
  /** The fetch to send with. Default: the platform's. Requests have `redirect: "manual"` and `cache: "no-store"`. */
  readonly fetch?: Fetch | undefined;
  /**
   * Preferred media types, best first, for operations that declare several. This option moves a client to a new version
   * of a vendor media type; the types of bodies and results follow. A call's `accept` and `contentType` override it.
   * Default: none, so the first declared type is sent and requested.
   */
  readonly preferredMediaTypes?: Preferred | undefined;
  /**
   * Further headers of every call, or a function that returns them for each call. A call's own `headers` override them,
   * and `null` there removes one. Not the key, Accept or Content-Type.
   */
  readonly headers?: HeadersInput | ((call: OperationEvent) => HeadersInput | undefined) | undefined;
  /** Retry rules; `false` for no retries. */
  readonly retry?: false | RetryOptions | undefined;
  /** Largest size of a response body in bytes, after decompression. Default: 32 MiB. */
  readonly maxResponseBytes?: number | undefined;
  /** Largest number of calls in flight; others wait in a queue, up to `queueTimeoutMs`. Default: no limit. */
  readonly maxConcurrency?: number | undefined;
  /**
   * Functions called for every request, response, retry and failure, and for deprecated input. They never get the key
   * or a body.
   */
  readonly on?: Hooks | undefined;
  /**
   * Runs every call inside a function of yours, such as a span, an AsyncLocalStorage or a lock. The function calls
   * `run` and returns its result. `run` resolves when the call succeeded, and rejects with the failure. A second `run`
   * does not send again. Later results or errors of the function change nothing. A function that never calls `run`
   * refuses the call.
   */
  readonly wrap?: Wrap | undefined;
  /**
   * Checks bodies against the spec; made by `createValidation` of the client's entry `/validate`. Default: none, and no
   * validator is loaded.
   */
  readonly validation?: Validation | undefined;
  /**
   * Allow the client in a browser. **Everyone who opens the page can read the key** and use its permissions in the
   * account. Use it only with a key that has no permissions. Default: false.
   */
  readonly dangerouslyAllowBrowser?: boolean | undefined;
  /**
   * Allow a `baseUrl` with `http:` on another machine, such as a mock in a container. **Every machine in between can
   * read the key and the bodies**; use it only with a key without permissions, never for the real API. Default: false.
   */
  readonly dangerouslyAllowHttp?: boolean | undefined;
}

/** @param body - the JSON value of a request's body, as it will be sent @throws Error with the reason to refuse it */
export type Guard = (operationId: string, body: unknown) => void;

/** Runs a call inside another function. @param run - makes the call */
export type Wrap = (call: CallNames, run: () => Promise<void>) => unknown;

/** Options after the checks. */
export interface Configuration {
  readonly apiKey: ApiKey;
  readonly baseUrl: string;
  /** The origin of `baseUrl`, where all calls are sent. */
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

const optionNames = (
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
  checkOptions(options, "createClient", [...optionNames, ...furtherOptions]);
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
  const hasBaseUrl = "baseUrl" in options;
  if (!hasBaseUrl && api.server === undefined) {
    throw new Refusal("`baseUrl` is missing, and the spec names no server.");
  }
  const baseUrl = resolveBaseUrl(hasBaseUrl ? options.baseUrl : api.server, options.dangerouslyAllowHttp);
  checkRealApi(baseUrl, api.server, options.allowRealApi === true, names.realApiVariable);
  return {
    apiKey,
    baseUrl,
    origin: new URL(baseUrl).origin,
    // Looked up at each request, so that a test or a tracer can replace the global fetch.
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
    // Not every browser lets scripts set it, and a server that does not expect it refuses the preflight request.
    userAgent: isBrowser() ? undefined : names.userAgent,
    validation,
  };
}

function checkPreferred(preferred: unknown, { mediaTypes }: ApiDescription): readonly string[] {
  const declared = Object.keys(mediaTypes);
  if (Array.isArray(preferred) && preferred.every((mediaType) => declared.includes(mediaType)))
    return preferred;
  throw new Refusal(`\`preferredMediaTypes\` must be a list of: ${declared.join(", ")}.`);
}

/** Also checks the options of `createValidation`. It throws nothing itself, so that it need not load the failures. */
function checkValidation(validation: Validation | undefined, packageName: string): void {
  if (validation === undefined) return;
  const { options, optionNames, checkRequest, checkResponse } = Object(validation) as Partial<Validation>;
  const areFunctions = [checkRequest, checkResponse].every(
    (check) => check === undefined || typeof check === "function",
  );
  if (options === undefined || !areFunctions) {
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
