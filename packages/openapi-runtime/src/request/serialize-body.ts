import { ConfigurationError } from "../failures/configuration-error.ts";
import type { BodyFormat, NamedOperation } from "../table/api-description.ts";
import { serializeJson } from "./serialize-json.ts";

/** What a body of each format but JSON must be; the platform sends these as they are. */
const passedOn: Readonly<
  Record<Exclude<BodyFormat, "json">, { fits: (body: unknown) => boolean; name: string }>
> = {
  text: { fits: (body) => typeof body === "string", name: "a string" },
  binary: {
    fits: (body) => body instanceof Blob || body instanceof ArrayBuffer || ArrayBuffer.isView(body),
    name: "a Blob, an ArrayBuffer or a view of one",
  },
  "form-data": { fits: (body) => body instanceof FormData, name: "a FormData" },
  "url-encoded": { fits: (body) => body instanceof URLSearchParams, name: "a URLSearchParams" },
};

/**
 * Turns a call's body into what goes over the wire. JSON becomes one string, which keeps Content-Length on the
 * request (the API answers 411 without) and can be sent again unchanged. Streams have no length and are refused.
 * @param format - how the media type of the body is written
 * @throws ConfigurationError that names the field which JSON cannot carry, or what the format asks for
 */
export function serializeBody(body: unknown, format: BodyFormat, operation: NamedOperation): BodyInit {
  if (format === "json") return serializeJson(body, operation);
  const { fits, name } = passedOn[format];
  if (fits(body)) return body as BodyInit;
  throw new ConfigurationError(`\`body\` must be ${name} for this media type.`, operation);
}
