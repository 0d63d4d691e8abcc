export { type BulkTelemetry, createBulkTelemetry } from "./telemetry/create-bulk-telemetry.ts";
