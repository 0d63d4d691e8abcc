import { ConfigurationError } from "../failures/configuration-error.ts";
import { inCode } from "../failures/in-code.ts";
import { type ApiKey, askForApiKey } from "../options/api-key.ts";
import type { RequestHeaders } from "../request/request-headers.ts";
import type { ApiDescription, NamedOperation } from "../table/api-description.ts";
import type { CallProgress } from "./call-progress.ts";

/** What a request is sent with. */
export interface Authenticated {
  readonly headers: RequestHeaders;
  /** The key, so that it can be kept out of everything else; empty for a public operation. */
  readonly key: string;
}

/**
 * Puts the key into the header that the operation's security scheme names.
 * @param headers - none of them is the key's: a call must not set it
 * @param progress - the call so far, for the failure
 * @returns a promise only when somebody has to be asked for the key
 * @throws ConfigurationError when there is no usable key, or the scheme is not a key in a header
 */
export function authenticate(
  headers: RequestHeaders,
  operation: NamedOperation,
  apiKey: ApiKey,
  api: ApiDescription,
  progress: Pick<CallProgress, "context" | "key">,
): Authenticated | Promise<Authenticated> {
  if (operation.security.length === 0) return { headers, key: "" };
  if (typeof apiKey === "string") return withKey(headers, operation, apiKey, api, progress);
  return askForApiKey(apiKey, progress.context, progress.key).then((key) =>
    withKey(headers, operation, key, api, progress),
  );
}

function withKey(
  headers: RequestHeaders,
  operation: NamedOperation,
  key: string,
  { securitySchemes }: ApiDescription,
  progress: Pick<CallProgress, "context" | "key">,
): Authenticated {
  const authenticated: Record<string, string> = { ...headers };
  for (const name of operation.security) {
    const scheme = securitySchemes[name];
    if (scheme?.type !== "apiKey" || scheme.in !== "header" || scheme.name === undefined) {
      throw new ConfigurationError(
        `the client does not know the security scheme \`${name}\`.`,
        inCode(progress.context),
      );
    }
    authenticated[scheme.name] = key;
  }
  return { headers: authenticated, key };
}
