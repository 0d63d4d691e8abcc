import {
  BatchSpanProcessor,
  ConsoleSpanExporter,
  NodeTracerProvider,
  type SpanProcessor,
} from "@opentelemetry/sdk-trace-node";

/** Starts OpenTelemetry. In production, pass a processor whose exporter sends to your collector. */
export function startTracing(
  processor: SpanProcessor = new BatchSpanProcessor(new ConsoleSpanExporter()),
): NodeTracerProvider {
  const provider = new NodeTracerProvider({ spanProcessors: [processor] });
  provider.register();
  return provider;
}
