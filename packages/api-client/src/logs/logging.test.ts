import { Writable } from "node:stream";
import { ConnectionError, createClient, HttpError } from "@np6/api-client";
import { describeError, failureFormat, failureSerializer } from "@np6/api-client/logging";
import pino from "pino";
import { describe, expect, test } from "vitest";
import winston from "winston";

// Tests with the real loggers.

const key = "Key-7f3a91c0";
const context = {
  operationId: "executeWorkflow",
  method: "POST",
  path: "/scripting/workflows/{id}/execution",
  attempts: 1,
  callId: "c-1",
};
const refused = () =>
  new HttpError({ ...context, status: 400, requestId: "r-7" }, { jane: "jane@doe" }, "jane@doe");
const fields = {
  type: "HttpError",
  kind: "http",
  operationId: "executeWorkflow",
  status: 400,
  requestId: "r-7",
  callId: "c-1",
  next: "fix-request",
  outcomeUnknown: false,
};

/** Collects the lines of a logger. */
function sink() {
  const lines: string[] = [];
  const stream = new Writable({
    write: (chunk, _, done) => {
      lines.push(String(chunk));
      done();
    },
  });
  return { stream, only: () => JSON.parse(lines.join("")) };
}

function pinoLine(log: (logger: pino.Logger) => void, others?: (error: Error) => unknown) {
  const { stream, only } = sink();
  log(pino({ base: null, serializers: { err: failureSerializer(others) } }, stream));
  return only();
}

function winstonLine(log: (logger: winston.Logger) => void) {
  const { stream, only } = sink();
  const format = winston.format.combine(failureFormat(), winston.format.json());
  log(winston.createLogger({ format, transports: [new winston.transports.Stream({ stream })] }));
  return only();
}

const wrapped = () => new Error("the welcome failed", { cause: refused() });

describe.each([
  ["pino, as the line", () => pinoLine((log) => log.error(refused())).err],
  ["pino, in a field", () => pinoLine((log) => log.error({ err: refused() }, "no")).err],
  ["pino, as a cause", () => pinoLine((log) => log.error(wrapped())).err.cause],
  ["winston, as the line", () => winstonLine((log) => log.error(refused() as never))],
  ["winston, in a field", () => winstonLine((log) => log.error("no", { failure: refused() })).failure],
  ["winston, as a cause", () => winstonLine((log) => log.error("no", { err: wrapped() })).err.cause],
])("a failure in %s", (_, line) => {
  test("has its fields, and no body", () => {
    const logged = line();
    expect(logged).toMatchObject(fields);
    expect(logged.message).toContain("the server refused the call with status 400");
    expect(logged.stack).toMatch(/^HttpError: .*\n +at /);
    expect(JSON.stringify(logged)).not.toMatch(/jane|\[np6/);
  });
});

test("winston keeps the level of a logged failure, and of a wrapped one the message", () => {
  expect(winstonLine((log) => log.warn(refused() as never)).level).toBe("warn");
  const line = winstonLine((log) => log.error(wrapped() as never));
  expect(line).toMatchObject({ level: "error", message: "the welcome failed", cause: fields });
});

test("what is no failure is written by the logger's own serializer", () => {
  const error = Object.assign(new Error("other"), { config: { headers: { "X-Key": key } } });
  expect(describeError(error)).not.toHaveProperty("config");
  expect(JSON.stringify(pinoLine((log) => log.error(error)))).not.toContain(key);
  const own = pinoLine((log) => log.error(error), pino.stdSerializers.err);
  expect(own.err).toHaveProperty("config");
  expect(pinoLine((log) => log.error({ err: "text" }, "no")).err).toBe("text");
});

test("the key of a call that failed is in no line", async () => {
  const fetch = () => Promise.reject(Object.assign(new Error(`sent ${key}`), { code: "ECONNRESET" }));
  const np6 = createClient({ apiKey: key, baseUrl: "http://127.0.0.1:1", fetch, retry: false });
  const failure = (await np6
    .duplicateWorkflow({ path: { id: 1 } })
    .catch((error: unknown) => error)) as Error;
  expect(failure).toBeInstanceOf(ConnectionError);
  const lines = [
    pinoLine((log) => log.error(failure)),
    winstonLine((log) => log.error("no", { failure })),
    winstonLine((log) => log.error(failure as never)),
  ];
  expect(lines[0].err.cause).toMatchObject({ code: "ECONNRESET" });
  for (const line of lines) expect(JSON.stringify(line)).not.toContain(key);
});

test("causes that lead back to themselves end", () => {
  const error = new Error("a") as Error & { cause?: unknown };
  error.cause = error;
  expect(JSON.stringify(describeError(error)).split('"cause"').length).toBe(11);
});
