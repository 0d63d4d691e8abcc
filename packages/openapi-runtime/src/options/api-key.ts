import type { Failures } from "../failures/create-failures.ts";
import type { FailureContext } from "../failures/failure.ts";
import { redactKeyProvider } from "../failures/redact-cause.ts";
import { inCode, Refusal } from "../failures/refusal.ts";

/** The API key, or a function that returns it and is called before every request, so that keys can rotate. */
export type ApiKey = string | (() => string | Promise<string>);

const rule = "1 to 512 visible ASCII characters, without spaces or line ends";

/** Checks `apiKey` when the client is made. @throws Refusal without the key */
export function checkApiKey(apiKey: unknown): asserts apiKey is ApiKey {
  if (typeof apiKey === "function" || isUsable(apiKey)) return;
  if (apiKey === undefined || apiKey === null) {
    throw new Refusal("`apiKey` is missing: pass your API key, or a function that returns it.");
  }
  throw new Refusal(`\`apiKey\` must be ${rule}, or a function that returns them.`);
}

/** The call that needs a key. */
interface AskingCall {
  readonly context: FailureContext;
  readonly failures: Pick<Failures, "KeyUnavailableError">;
  /** The key of the call's last attempt, which may occur in the function's error. */
  readonly key: string;
}

/**
 * Gets the key for one request.
 * @throws KeyUnavailableError when the function fails, Refusal when its result is not a valid header value. The message
 *   never contains the key; the runtime's own error for a key with a newline does (measured).
 */
export async function callApiKeyFunction(
  getKey: Exclude<ApiKey, string>,
  { context, failures, key: lastKey }: AskingCall,
): Promise<string> {
  let key: unknown;
  try {
    key = await getKey();
  } catch (thrown) {
    throw new failures.KeyUnavailableError(context, redactKeyProvider(thrown, lastKey));
  }
  if (isUsable(key)) return key;
  throw new Refusal(`the \`apiKey\` function must return ${rule}.`, inCode(context));
}

function isUsable(key: unknown): key is string {
  return typeof key === "string" && /^[\x21-\x7e]{1,512}$/.test(key);
}
