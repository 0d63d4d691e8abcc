import { type Telemetry, type TelemetryOptions, telemetryFor } from "@np6/openapi-runtime/opentelemetry";
import manifest from "../package.json" with { type: "json" };

export type { Telemetry, TelemetryOptions } from "@np6/openapi-runtime/opentelemetry";

/**
 * Makes options of `createClient` that report every call to OpenTelemetry. It needs the package `@opentelemetry/api`.
 * Nothing is reported until the application starts an SDK.
 *
 * A call is a span named after the operation, and active while the call runs. Each of its requests is a child span of
 * the kind CLIENT, by the semantic conventions for HTTP. The metrics are `http.client.request.duration`,
 * `np6.client.call.duration` and `np6.client.queue.duration`, in seconds. None contains a URL, a body or the key.
 * @example
 * const np6 = createClient({ apiKey, baseUrl, ...createTelemetry({ baseUrl }) });
 */
export const createTelemetry: (options?: TelemetryOptions) => Telemetry = telemetryFor({
  scope: "@np6/api-client",
  version: manifest.version,
  prefix: "np6",
});
