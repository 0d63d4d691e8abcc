import { type Attributes, metrics, type Span, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import type { Wrap } from "../options/configuration.ts";
import type { CallEvent, EndEvent, Hooks, ResponseEvent, RetryEvent } from "../watching/hooks.ts";
import { createInstruments, type Instruments } from "./instruments.ts";
import { joinHooks } from "./join-hooks.ts";

/** Names in the telemetry of one API's client. */
export interface TelemetryNames {
  /** Instrumentation scope: the client's package. */
  readonly scope: string;
  readonly version: string;
  /** Prefix of attributes and metrics that OpenTelemetry does not define. */
  readonly prefix: string;
}

/** Options of a client's telemetry. */
export interface TelemetryOptions {
  /** Address of the API, for `server.address` and `server.port`: the client's `baseUrl`. Default: omitted. */
  readonly baseUrl?: string | undefined;
  /**
   * Make a span for each request. Default: true. Set it to false when another library makes them, such as the
   * instrumentation of undici; otherwise each request has two.
   */
  readonly requestSpans?: boolean | undefined;
  /** Your own hooks, which are called as well. */
  readonly on?: Hooks | undefined;
}

/** The options that connect a client to OpenTelemetry. */
export interface Telemetry {
  readonly on: Hooks;
  readonly wrap: Wrap;
}

/** A running call. */
interface Seen {
  readonly span: Span;
  request?: Request | undefined;
}

/** A request in flight. */
interface Request {
  readonly startedAt: number;
  readonly span: Span | undefined;
  readonly attributes: Attributes;
  status: number | undefined;
}

/**
 * Makes the options that report a client's calls to OpenTelemetry. Each call has a span, which is active while the call
 * runs, each of its requests has a span, and there are metrics. None contains a URL, a body or the key.
 *
 * @param names names of the client
 */
export function telemetryFor(names: TelemetryNames): (options?: TelemetryOptions) => Telemetry {
  return (options = {}) => {
    const observer = new CallObserver(names, options);
    return {
      wrap: (call, run) => observer.call(call.callId, call.operationId, run),
      on: joinHooks(options.on ?? {}, {
        request: (event) => observer.request(event),
        response: (event) => observer.response(event),
        retry: (event) => observer.retry(event),
        end: (event) => observer.end(event),
      }),
    };
  };
}

class CallObserver {
  readonly #names: TelemetryNames;
  readonly #server: Attributes;
  readonly #hasRequestSpans: boolean;
  readonly #seen = new Map<string, Seen>();
  #instruments: Instruments | undefined;

  constructor(names: TelemetryNames, { baseUrl, requestSpans = true }: TelemetryOptions) {
    this.#names = names;
    this.#hasRequestSpans = requestSpans;
    if (baseUrl === undefined) this.#server = {};
    else {
      const { hostname, port, protocol } = new URL(baseUrl);
      const standard = protocol === "https:" ? 443 : 80;
      this.#server = { "server.address": hostname, "server.port": port === "" ? standard : Number(port) };
    }
  }

  async call(callId: string, operationId: string, run: () => Promise<void>): Promise<void> {
    // Looked up for each call, because the SDK may be started after the client was made.
    const { scope, version, prefix } = this.#names;
    const attributes = { [`${prefix}.operation`]: operationId, [`${prefix}.call.id`]: callId };
    await trace.getTracer(scope, version).startActiveSpan(operationId, { attributes }, async (span) => {
      this.#seen.set(callId, { span });
      try {
        await run();
      } catch {
        span.setStatus({ code: SpanStatusCode.ERROR });
      } finally {
        this.#seen.delete(callId);
        span.end();
      }
    });
  }

  request({ callId, method, path, attempt }: CallEvent): void {
    const seen = this.#seen.get(callId);
    if (seen === undefined) return;
    const { scope, version } = this.#names;
    const attributes = { "http.request.method": method, "url.template": path, ...this.#server };
    const resent = attempt > 1 ? { "http.request.resend_count": attempt - 1 } : {};
    const span = this.#hasRequestSpans
      ? trace.getTracer(scope, version).startSpan(`${method} ${path}`, {
          kind: SpanKind.CLIENT,
          attributes: { ...attributes, ...resent },
        })
      : undefined;
    seen.request = { startedAt: performance.now(), span, attributes, status: undefined };
  }

  response({ callId, status }: ResponseEvent): void {
    const request = this.#seen.get(callId)?.request;
    if (request !== undefined) request.status = status;
  }

  retry({ callId, kind, status }: RetryEvent): void {
    this.#endRequest(this.#seen.get(callId), kind, status);
  }

  end({ callId, operationId, kind, status, ...event }: EndEvent): void {
    const seen = this.#seen.get(callId);
    if (seen === undefined) return;
    this.#endRequest(seen, kind, status);
    const { prefix } = this.#names;
    seen.span.setAttributes({
      [`${prefix}.attempts`]: event.attempts,
      [`${prefix}.queued_ms`]: event.queuedMs,
      [`${prefix}.outcome_unknown`]: event.outcomeUnknown,
      ...(event.requestId === undefined ? {} : { [`${prefix}.request.id`]: event.requestId }),
      ...(kind === undefined ? {} : { "error.type": kind }),
    });
    const attributes = {
      [`${prefix}.operation`]: operationId,
      [`${prefix}.outcome_unknown`]: event.outcomeUnknown,
      ...(kind === undefined ? {} : { "error.type": kind }),
    };
    this.#metrics.call.record(event.elapsedMs / 1000, attributes);
    this.#metrics.queue.record(event.queuedMs / 1000, { [`${prefix}.operation`]: operationId });
  }

  #endRequest(seen: Seen | undefined, kind: string | undefined, status: number | undefined): void {
    const request = seen?.request;
    if (seen === undefined || request === undefined) return;
    seen.request = undefined;
    const answered = request.status ?? status;
    // For a refusal, `error.type` is the status.
    const isRefusal = kind === "http" || kind === "rate-limited";
    const ended: Attributes = {
      ...(answered === undefined ? {} : { "http.response.status_code": answered }),
      ...(kind === undefined ? {} : { "error.type": isRefusal ? String(answered) : kind }),
    };
    request.span?.setAttributes(ended);
    if (kind !== undefined) request.span?.setStatus({ code: SpanStatusCode.ERROR });
    request.span?.end();
    const seconds = (performance.now() - request.startedAt) / 1000;
    this.#metrics.request.record(seconds, { ...request.attributes, ...ended });
  }

  get #metrics(): Instruments {
    const { scope, version, prefix } = this.#names;
    this.#instruments ??= createInstruments(metrics.getMeter(scope, version), prefix);
    return this.#instruments;
  }
}
