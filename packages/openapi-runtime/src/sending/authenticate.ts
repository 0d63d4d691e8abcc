import { inCode, Refusal } from "../failures/refusal.ts";
import { callApiKeyFunction } from "../options/api-key.ts";
import type { RequestHeaders } from "../request/request-headers.ts";
import type { SecurityScheme } from "../table/api-description.ts";
import type { Call } from "./call.ts";

/** A request's headers with the key. */
export interface Authenticated {
  readonly headers: RequestHeaders;
  /** The key, for redacting it elsewhere; empty for a public operation. */
  readonly key: string;
}

/** The parts of a call that authentication uses. */
type Asking = Pick<Call, "context" | "failures" | "key" | "request" | "sender">;

/**
 * Sets the header of the operation's security scheme to the key. The call's own headers cannot collide with it, because
 * a call must not set it.
 * @returns a promise only when the key comes from a function
 * @throws Refusal when there is no usable key, or a scheme has no header for it
 */
export function authenticate(call: Asking): Authenticated | Promise<Authenticated> {
  const { operation, headers } = call.request;
  const { apiKey } = call.sender.configuration;
  if (operation.security.length === 0) return { headers, key: "" };
  if (typeof apiKey === "string") return withKey(call, apiKey);
  return callApiKeyFunction(apiKey, call).then((key) => withKey(call, key));
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

/** Returns name and value of a security scheme's header; undefined for a scheme without one (a key in the query). */
function credential(scheme: SecurityScheme | undefined, key: string): readonly [string, string] | undefined {
  const { type, in: location, name, scheme: httpScheme = "bearer" } = scheme ?? {};
  if (type === "apiKey") return location === "header" && name !== undefined ? [name, key] : undefined;
  // Tokens of OAuth 2 and OpenID Connect are sent the same way (RFC 6750, section 2.1).
  if (type === "oauth2" || type === "openIdConnect" || (type === "http" && httpScheme === "bearer")) {
    return ["Authorization", `Bearer ${key}`];
  }
  return type === "http" && httpScheme === "basic" && key.includes(":")
    ? ["Authorization", `Basic ${btoa(key)}`]
    : undefined;
}

function noHeader(name: string): string {
  return `the client cannot send its key by the security scheme \`${name}\`: only in a header, as bearer or as basic (\`user:password\`), never in a URL.`;
}
