// A consumer's process: makes calls, and reports to its parent line by line. The tests stop, block or terminate it.
import { spin } from "./spin.test-support.ts";

/** The child's task, passed as JSON in its arguments. */
export interface ChildTask {
  readonly url: string;
  readonly transport: "platform" | "undici";
  readonly calls: number;
  readonly options: object;
  /** Milliseconds for which a callback of standard input blocks the event loop, after the first request was sent. */
  readonly blockMs?: number;
}

/** The child's report when all its calls have ended. */
export interface ChildReport {
  readonly outcomes: readonly {
    readonly kind: string;
    readonly attempts: number;
    readonly outcomeUnknown: boolean;
  }[];
  readonly closed?: { readonly finished: number; readonly notSent: number; readonly unknown: number };
}

const task: ChildTask = JSON.parse(process.argv[2] ?? "");
const { createClient, isNp6Error } = await import("@np6/api-client");
const { createUndiciFetch } = await import("@np6/api-client/undici");

const np6 = createClient({
  apiKey: "child-key",
  baseUrl: task.url,
  ...(task.transport === "undici" ? { fetch: createUndiciFetch() } : {}),
  ...task.options,
});
let closed: ChildReport["closed"];
const terminated = new Promise<void>((resolve) => {
  process.once("SIGTERM", () => {
    void np6.close({ graceMs: 1_000 }).then((report) => {
      closed = report;
      resolve();
    });
  });
});
const { blockMs } = task;
if (blockMs !== undefined) process.stdin.once("data", () => spin(blockMs));
else process.stdin.resume();
const outcomes = await Promise.all(
  Array.from({ length: task.calls }, () =>
    np6.executeWorkflow({ path: { id: 42 }, body: { receiver: { type: "id", value: "000A1B2C" } } }).then(
      () => ({ kind: "success", attempts: 1, outcomeUnknown: false }),
      (error: unknown) => {
        if (!isNp6Error(error)) throw error;
        const { kind, attempts, outcomeUnknown } = error;
        return { kind, attempts, outcomeUnknown };
      },
    ),
  ),
);
if (task.calls > 1) await terminated;
process.stdout.write(JSON.stringify({ outcomes, closed }));
process.stdin.destroy();
