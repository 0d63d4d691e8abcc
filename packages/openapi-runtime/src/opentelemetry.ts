// Entry of `@np6/openapi-runtime/opentelemetry`: spans and metrics. It needs the package `@opentelemetry/api`.

export {
  type Telemetry,
  type TelemetryNames,
  type TelemetryOptions,
  telemetryFor,
} from "./telemetry/create-telemetry.ts";
