import type { ApiDescription, NamedOperation } from "./api-description.ts";
import { type ApiKey, resolveApiKey } from "./api-key.ts";
import { ConfigurationError } from "./configuration-error.ts";
import type { FailureContext } from "./np6-error.ts";

/**
 * Puts the key into the header that the operation's security scheme names.
 * @param context - the call so far, for the failure
 * @returns the key, so that it can be kept out of everything else; empty for a public operation
 * @throws ConfigurationError when there is no usable key, or the scheme is not a key in a header
 */
export async function authenticate(
  headers: Headers,
  operation: NamedOperation,
  apiKey: ApiKey,
  { securitySchemes }: ApiDescription,
  context: FailureContext,
): Promise<string> {
  if (operation.security.length === 0) return "";
  const key = await resolveApiKey(apiKey, context);
  for (const name of operation.security) {
    const scheme = securitySchemes[name];
    if (scheme?.type !== "apiKey" || scheme.in !== "header" || scheme.name === undefined) {
      throw new ConfigurationError(`the client does not know the security scheme \`${name}\`.`, context);
    }
    headers.set(scheme.name, key);
  }
  return key;
}
