import { Refusal } from "../failures/refusal.ts";
import type { Serializers } from "../options/serializers.ts";
import type { BodyFormat, NamedOperation } from "../table/api-description.ts";
import { serializeJson } from "./serialize-json.ts";

/** The rule for a body of each format except JSON; the platform sends these bodies unchanged. */
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
 * Serialises a call's body. JSON becomes one string: it gives the request a Content-Length (the API answers 411
 * without), and can be sent again unchanged. Streams have no length and are refused.
 * @param format - format of the body's media type
 * @param bodySerializer - the caller's serializer, which gets the headers so far
 * @throws Refusal that names the field that JSON cannot represent, or the format's rule
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
  // The platform sets a form's media type itself, whatever the spec declares.
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
