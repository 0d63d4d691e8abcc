import { Refusal } from "../failures/refusal.ts";
import type { Serializers } from "../options/serializers.ts";
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
 * @param bodySerializer - the caller's own way to write it, which is given the headers so far
 * @throws Refusal that names the field which JSON cannot carry, or what the format asks for
 */
export function serializeBody(
  body: unknown,
  format: BodyFormat,
  operation: NamedOperation,
  headers: Readonly<Record<string, string>> = {},
  bodySerializer?: Serializers["bodySerializer"],
): BodyInit {
  if (bodySerializer !== undefined)
    return serializeByCaller(bodySerializer, body, format, headers, operation);
  if (format === "json") return serializeJson(body, operation);
  const { fits, name } = passedOn[format];
  if (fits(body)) return body as BodyInit;
  throw new Refusal(`\`body\` must be ${name} for this media type.`, operation);
}

function serializeByCaller(
  serialize: NonNullable<Serializers["bodySerializer"]>,
  body: unknown,
  format: BodyFormat,
  headers: Readonly<Record<string, string>>,
  operation: NamedOperation,
): BodyInit {
  let written: unknown;
  try {
    written = serialize(body, { ...headers });
  } catch (cause) {
    throw new Refusal("`bodySerializer` failed; see `cause`.", operation, cause);
  }
  // The platform labels a form itself, whatever the spec says.
  if (passedOn["form-data"].fits(written) && format !== "form-data") {
    throw new Refusal(
      "`bodySerializer` returned a FormData for another media type; choose `contentType`.",
      operation,
    );
  }
  if (Object.values(passedOn).some(({ fits }) => fits(written))) return written as BodyInit;
  throw new Refusal(
    "`bodySerializer` must return a string, or bytes or a form that can be sent again.",
    operation,
  );
}
