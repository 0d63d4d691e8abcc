import { ConfigurationError } from "../failures/configuration-error.ts";
import { inCode } from "../failures/in-code.ts";
import { KeyUnavailableError } from "../failures/key-unavailable-error.ts";
import type { FailureContext } from "../failures/np6-error.ts";
import { redactKeyProvider } from "../failures/redact-key-provider.ts";

/** The API key, or a function that is asked for it before every request, so that keys can rotate. */
export type ApiKey = string | (() => string | Promise<string>);

const rule = "1 to 512 visible ASCII characters, without spaces or line ends";

/** Checks `apiKey` when the client is made. @throws ConfigurationError, without the key in it */
export function checkApiKey(apiKey: unknown): asserts apiKey is ApiKey {
  if (typeof apiKey === "function" || isUsable(apiKey)) return;
  if (apiKey === undefined || apiKey === null) {
    throw new ConfigurationError(
      "`apiKey` is missing: pass your NP6 API key, or a function that returns it.",
    );
  }
  throw new ConfigurationError(`\`apiKey\` must be ${rule}, or a function that returns them.`);
}

/**
 * Asks for the key for one request.
 * @param lastKey - the key of the call's last attempt, which the function may know as well
 * @throws KeyUnavailableError when the function fails, ConfigurationError when it returns what could not stand in a header.
 *   The message never contains the key; the runtime's own error for a key with a newline would (measured).
 */
export async function askForApiKey(
  askForKey: Exclude<ApiKey, string>,
  context: FailureContext,
  lastKey = "",
): Promise<string> {
  let key: unknown;
  try {
    key = await askForKey();
  } catch (thrown) {
    throw new KeyUnavailableError(context, redactKeyProvider(thrown, lastKey));
  }
  if (isUsable(key)) return key;
  throw new ConfigurationError(`the \`apiKey\` function must return ${rule}.`, inCode(context));
}

function isUsable(key: unknown): key is string {
  return typeof key === "string" && /^[\x21-\x7e]{1,512}$/.test(key);
}
