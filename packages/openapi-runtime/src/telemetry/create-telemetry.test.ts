import type { Fault } from "@np6/fault-server";
import { context, metrics, SpanStatusCode, trace } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from "@opentelemetry/sdk-metrics";
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  type ReadableSpan,
  SimpleSpanProcessor,
} from "@opentelemetry/sdk-trace-base";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { exampleClient, exampleKey } from "../testing/example-client.test-support.ts";
import { failureOf } from "../testing/failure-of.test-support.ts";
import { answer, good, useFaultServer } from "../testing/use-fault-server.test-support.ts";
import { telemetryFor } from "./create-telemetry.ts";

// The real OpenTelemetry SDK.
const spans = new InMemorySpanExporter();
const measured = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
const reader = new PeriodicExportingMetricReader({ exporter: measured });
context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(spans)] }));
const meters = new MeterProvider({ readers: [reader] });
metrics.setGlobalMeterProvider(meters);

beforeEach(() => spans.reset());
afterAll(async () => {
  await meters.shutdown();
  for (const api of [context, trace, metrics]) api.disable();
});

const createTelemetry = telemetryFor({ scope: "@example/client", version: "1.2.3", prefix: "example" });
const path = { id: 1 };

async function clientOf(answers: readonly Fault[], more = {}) {
  const server = await useFaultServer(...answers);
  const baseUrl = server.url;
  const { byOperation } = exampleClient({
    baseUrl,
    retry: { baseDelayMs: 1, maxDelayMs: 2 },
    ...createTelemetry({ baseUrl, ...more }),
  });
  return { byOperation, port: Number(new URL(baseUrl).port) };
}

/** Returns the call's span, and the spans of its requests in order. */
function seen(): { call: ReadableSpan; requests: ReadableSpan[] } {
  const all = spans.getFinishedSpans();
  const [call, ...others] = all.filter(({ parentSpanContext }) => parentSpanContext === undefined);
  if (call === undefined || others.length > 0)
    throw new Error(`${all.length} spans, ${others.length + 1} calls`);
  const requests = all.filter((span) => span !== call);
  for (const { parentSpanContext } of requests)
    expect(parentSpanContext?.spanId).toBe(call.spanContext().spanId);
  return { call, requests };
}

describe("the spans of a call", () => {
  test("are one for the call and one for each of its requests", async () => {
    const { byOperation, port } = await clientOf([answer(429), good]);
    await byOperation.runThing({ path });
    const { call, requests } = seen();
    expect(call.name).toBe("runThing");
    expect(call.instrumentationScope).toMatchObject({ name: "@example/client", version: "1.2.3" });
    expect(call.status.code).toBe(SpanStatusCode.UNSET);
    expect(call.attributes).toEqual({
      "example.operation": "runThing",
      "example.call.id": expect.any(String),
      "example.attempts": 2,
      "example.queued_ms": expect.any(Number),
      "example.outcome_unknown": false,
      "example.request.id": "r-1",
    });
    const common = {
      "http.request.method": "POST",
      "url.template": "/things/{id}/run",
      "server.address": "127.0.0.1",
      "server.port": port,
    };
    expect(requests.map(({ name }) => name)).toEqual(["POST /things/{id}/run", "POST /things/{id}/run"]);
    expect(requests.map(({ attributes }) => attributes)).toEqual([
      { ...common, "http.response.status_code": 429, "error.type": "429" },
      { ...common, "http.request.resend_count": 1, "http.response.status_code": 200 },
    ]);
    expect(requests.map(({ status }) => status.code)).toEqual([SpanStatusCode.ERROR, SpanStatusCode.UNSET]);
  });

  test("tell a failure, and whether the call may have run", async () => {
    const { byOperation } = await clientOf([answer(500)]);
    const failure = await failureOf(() => byOperation.runThing({ path }));
    expect(failure).toMatchObject({ kind: "http", outcomeUnknown: true });
    const { call, requests } = seen();
    expect(call.status.code).toBe(SpanStatusCode.ERROR);
    expect(call.attributes).toMatchObject({ "error.type": "http", "example.outcome_unknown": true });
    expect(requests[0]?.attributes).toMatchObject({ "error.type": "500" });
  });

  test("have nothing of the key, the address or a body", async () => {
    const { byOperation } = await clientOf([answer(400, '{"reason":"secret-word"}')]);
    await failureOf(() => byOperation.runThing({ path: { id: 7654321 } }));
    const all = JSON.stringify(
      spans.getFinishedSpans().map(({ name, attributes, events }) => [name, attributes, events]),
    );
    expect(all).not.toMatch(/secret-word|7654321/);
    expect(all).not.toContain(JSON.stringify(exampleKey).slice(1, -1));
  });

  test("are the call's alone where something else makes those of requests", async () => {
    const { byOperation } = await clientOf([good], { requestSpans: false });
    await byOperation.runThing({ path });
    expect(seen().requests).toEqual([]);
  });

  test("of calls at the same time are kept apart", async () => {
    const { byOperation } = await clientOf([good]);
    await Promise.all([byOperation.runThing({ path }), byOperation.runThing({ path })]);
    const all = spans.getFinishedSpans();
    const calls = all.filter(({ name }) => name === "runThing").map((span) => span.spanContext().spanId);
    const parents = all.flatMap(({ parentSpanContext }) => parentSpanContext?.spanId ?? []);
    expect(parents.toSorted()).toEqual(calls.toSorted());
  });
});

test("the metrics are by the conventions, in seconds", async () => {
  const { byOperation, port } = await clientOf([answer(429), good]);
  await byOperation.runThing({ path });
  await reader.forceFlush();
  const all =
    measured
      .getMetrics()
      .at(-1)
      ?.scopeMetrics.flatMap(({ metrics }) => metrics) ?? [];
  const points = (name: string) => {
    const metric = all.find(({ descriptor }) => descriptor.name === name);
    expect(metric?.descriptor.unit).toBe("s");
    return metric?.dataPoints.map(({ attributes }) => attributes) ?? [];
  };
  expect(points("http.client.request.duration")).toContainEqual({
    "http.request.method": "POST",
    "url.template": "/things/{id}/run",
    "server.address": "127.0.0.1",
    "server.port": port,
    "http.response.status_code": 429,
    "error.type": "429",
  });
  expect(points("example.client.call.duration")).toContainEqual({
    "example.operation": "runThing",
    "example.outcome_unknown": false,
  });
  expect(points("example.client.queue.duration")).toEqual([{ "example.operation": "runThing" }]);
});

test("hooks of the caller's own are told as well, also when one fails", async () => {
  const end = vi.fn(() => {
    throw new Error("broken hook");
  });
  const failure = vi.fn();
  const { byOperation } = await clientOf([good], { on: { end, failure } });
  await byOperation.runThing({ path });
  expect(end).toHaveBeenCalledOnce();
  expect(failure).not.toHaveBeenCalled();
  expect(seen().call.attributes).toHaveProperty("example.attempts", 1);
});
