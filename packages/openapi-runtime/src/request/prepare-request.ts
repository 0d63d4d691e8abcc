import { inCode, Refusal } from "../failures/refusal.ts";
import type { CallInit } from "../options/call-options.ts";
import { type CallSettings, resolveCallSettings } from "../options/call-settings.ts";
import type { Configuration } from "../options/configuration.ts";
import { resolveSerializers } from "../options/serializers.ts";
import type { ApiDescription, NamedOperation } from "../table/api-description.ts";
import { callUrl, type OpenapiFetch } from "./call-url.ts";
import { checkRequestBody, guardRequestBody } from "./check-request-body.ts";
import { acceptedMediaTypes, acceptHeader, contentTypeHeader } from "./negotiate.ts";
import { callerHeaders, type RequestHeaders } from "./request-headers.ts";
import { serializeBody } from "./serialize-body.ts";

/** A request that passed every check and lacks only its key. */
export interface PreparedRequest {
  readonly operation: NamedOperation;
  readonly url: string;
  readonly headers: RequestHeaders;
  readonly body: BodyInit | undefined;
  readonly signal: AbortSignal | undefined;
  /** The media types in the call's Accept header. */
  readonly accepted: readonly string[];
  readonly settings: CallSettings;
  /** A value of the caller for events and failures. */
  readonly context?: unknown;
}

/**
 * Turns a call's input into a request: checked, negotiated and serialised.
 * @param openapiFetch - builds the URL, see {@link callUrl}
 * @throws Refusal that names the problem of the call
 */
export function prepareRequest(
  operation: NamedOperation,
  init: CallInit,
  api: ApiDescription,
  configuration: Configuration,
  openapiFetch?: OpenapiFetch,
): PreparedRequest {
  const { guard, preferredMediaTypes, userAgent, validation } = configuration;
  checkSignal(init.signal, operation);
  const headers = callerHeaders(init, operation, api, configuration.headers);
  if (userAgent !== undefined && headers["user-agent"] === undefined) headers["User-Agent"] = userAgent;
  const accepted = acceptedMediaTypes(operation, preferredMediaTypes, init.accept);
  headers.Accept = acceptHeader(accepted);
  const serializers = resolveSerializers(configuration.serializers, init, operation);
  const contentType = contentTypeHeader(operation, init.body, preferredMediaTypes, init.contentType);
  const format = contentType === undefined ? undefined : (api.mediaTypes[contentType] ?? "binary");
  const body = format && serializeBody(init.body, format, operation, headers, serializers.bodySerializer);
  if (contentType !== undefined && format === "json") {
    checkRequestBody(validation?.checkRequest, operation, contentType, String(body));
    guardRequestBody(guard, operation, String(body));
  }
  // The platform sets a form's Content-Type, because only it knows the boundary.
  if (contentType !== undefined && format !== "form-data") headers["Content-Type"] = contentType;
  return {
    operation,
    url: callUrl(operation, init, configuration, serializers, openapiFetch),
    headers,
    body,
    signal: init.signal,
    accepted,
    settings: resolveCallSettings(configuration.settings, init, "call", operation),
    context: init.context,
  };
}

/** Checks the shape: an AbortSignal of another realm or package is not an instance of the platform's class. */
function checkSignal(signal: unknown, operation: NamedOperation): void {
  if (signal === undefined) return;
  const fits =
    typeof signal === "object" && signal !== null && "aborted" in signal && "addEventListener" in signal;
  if (!fits) throw new Refusal("`signal` must be an AbortSignal.", inCode(operation));
}
