import { inCode, Refusal } from "../failures/refusal.ts";
import { askForApiKey } from "../options/api-key.ts";
import type { RequestHeaders } from "../request/request-headers.ts";
import type { SecurityScheme } from "../table/api-description.ts";
import type { Call } from "./call.ts";

/** What a request is sent with. */
export interface Authenticated {
  readonly headers: RequestHeaders;
  /** The key, so that it can be kept out of everything else; empty for a public operation. */
  readonly key: string;
}

/** What authentication needs of a call. */
type Asking = Pick<Call, "context" | "failures" | "key" | "request" | "sender">;

/**
 * Puts the key into the header that the operation's security scheme names. No header of the call is the key's: a call must not
 * set it.
 * @returns a promise only when somebody has to be asked for the key
 * @throws Refusal when there is no usable key, or a scheme has no header for it
 */
export function authenticate(call: Asking): Authenticated | Promise<Authenticated> {
  const { operation, headers } = call.request;
  const { apiKey } = call.sender.configuration;
  if (operation.security.length === 0) return { headers, key: "" };
  if (typeof apiKey === "string") return withKey(call, apiKey);
  return askForApiKey(apiKey, call).then((key) => withKey(call, key));
}

function withKey({ request, sender, context }: Asking, key: string): Authenticated {
  const headers: Record<string, string> = { ...request.headers };
  for (const name of request.operation.security) {
    const [header, value] = credential(sender.api.securitySchemes[name], key) ?? [];
    if (header === undefined || value === undefined) throw new Refusal(noHeader(name), inCode(context));
    headers[header] = value;
  }
  return { headers, key };
}

/** The header of a security scheme, and what goes in there. Undefined for a scheme without one, such as a key in the query. */
function credential(scheme: SecurityScheme | undefined, key: string): readonly [string, string] | undefined {
  const { type, in: place, name, scheme: how = "bearer" } = scheme ?? {};
  if (type === "apiKey") return place === "header" && name !== undefined ? [name, key] : undefined;
  // Tokens of OAuth 2 and OpenID Connect go the same way (RFC 6750, section 2.1).
  if (type === "oauth2" || type === "openIdConnect" || (type === "http" && how === "bearer")) {
    return ["Authorization", `Bearer ${key}`];
  }
  return type === "http" && how === "basic" && key.includes(":")
    ? ["Authorization", `Basic ${btoa(key)}`]
    : undefined;
}

function noHeader(name: string): string {
  return `the client cannot send its key by the security scheme \`${name}\`: only in a header, as bearer or as basic (\`user:password\`), never in a URL.`;
}
