import { ConfigurationError } from "../failures/configuration-error.ts";
import { inCode } from "../failures/in-code.ts";
import type { FailureContext } from "../failures/np6-error.ts";

/**
 * Refuses options that are not known, so that a misspelled one is not silently without effect, and openapi-fetch's
 * own per-call `baseUrl`, `fetch`, `redirect` and `middleware` cannot carry the key to another place.
 * @param owner - whose options they are, as the message calls it
 * @throws ConfigurationError that names the option, never its value
 */
export function checkOptions(
  options: unknown,
  owner: string,
  known: readonly string[],
  context?: FailureContext,
): asserts options is object {
  if (typeof options !== "object" || options === null) {
    throw new ConfigurationError(`${owner} takes an object with: ${known.join(", ")}.`, inCode(context));
  }
  // Not Object.keys, which makes an array of them for each call.
  for (const name in options) {
    if (!Object.hasOwn(options, name) || known.includes(name)) continue;
    throw new ConfigurationError(
      `${owner} has no option \`${name}\`; it takes: ${known.join(", ")}.`,
      inCode(context),
    );
  }
}
