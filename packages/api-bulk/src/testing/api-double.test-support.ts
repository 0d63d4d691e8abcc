import { ConnectionError, HttpError, UnexpectedResponseError } from "@np6/api-client";
import type { BulkOperation } from "../protocol/bulk-operation.ts";

/** The API's treatment of one request. */
export type Fate =
  | "good"
  | "some fail"
  | "short"
  | "odd result"
  | "500 ran"
  | "500"
  | "reset ran"
  | "reset"
  | "page"
  | "never sent"
  | "429"
  | "401"
  | "foreign error";

/** Every fate, for generators. */
export const fates: readonly Fate[] = [
  "good",
  "some fail",
  "short",
  "odd result",
  "500 ran",
  "500",
  "reset ran",
  "reset",
  "page",
  "never sent",
  "429",
  "401",
  "foreign error",
];

/** A simulated API in this process, which records every execution. */
export interface ApiDouble {
  readonly operation: BulkOperation;
  /** Number of executions of each item. */
  readonly executed: ReadonlyMap<unknown, number>;
  /** Sizes of the requests, in order. */
  readonly sizes: readonly number[];
  /** Drops all later requests: the sending process is dead. */
  readonly disconnect: () => void;
  readonly connect: () => void;
}

/** Refusals of the double. */
export interface ApiDoubleOptions {
  readonly limit?: number | undefined;
  readonly poison?: readonly unknown[] | undefined;
}

const context = { operationId: "send", method: "POST", path: "/send", attempts: 1 };

/** Makes a double; `next` returns the fate of each request. */
export function createApiDouble(next: () => Fate, options: ApiDoubleOptions = {}): ApiDouble {
  const executed = new Map<unknown, number>();
  const sizes: number[] = [];
  let connected = true;
  const run = (items: readonly unknown[]) => {
    for (const item of items) executed.set(item, (executed.get(item) ?? 0) + 1);
  };
  const send = async (_: unknown, items: readonly unknown[]): Promise<readonly unknown[]> => {
    await new Promise(setImmediate);
    if (!connected) throw new Error("dead");
    sizes.push(items.length);
    const refuse = (status: number) => new HttpError({ ...context, status }, undefined, "");
    if (items.length > (options.limit ?? Number.POSITIVE_INFINITY)) throw refuse(413);
    if (items.some((item) => options.poison?.includes(item))) throw refuse(400);
    const fate = next();
    switch (fate) {
      case "good":
        run(items);
        return items.map(() => "done");
      case "some fail":
        run(items.filter((_, index) => index % 3 !== 0));
        return items.map((_, index) => (index % 3 === 0 ? "failed" : "done"));
      case "short":
        run(items);
        return items.slice(1).map(() => "done");
      case "odd result":
        run(items);
        return items.map(() => "odd");
      case "500 ran":
        run(items);
        throw refuse(500);
      case "500":
        throw refuse(500);
      case "reset ran":
        run(items);
        throw new ConnectionError("no response arrived.", context, false);
      case "reset":
        throw new ConnectionError("no response arrived.", context, false);
      case "page":
        throw new UnexpectedResponseError("expected JSON.", { ...context, status: 200 }, "");
      case "never sent":
        throw new ConnectionError("refused.", context, true);
      case "429":
        throw refuse(429);
      case "401":
        throw refuse(401);
      case "foreign error":
        run(items);
        throw new TypeError("from somewhere");
    }
  };
  return {
    executed,
    sizes,
    disconnect: () => {
      connected = false;
    },
    connect: () => {
      connected = true;
    },
    operation: {
      name: "send",
      send,
      read: (result) =>
        result === "done"
          ? { state: "done" }
          : result === "failed"
            ? { state: "failed", reason: "said so" }
            : { state: "unknown", reason: "an odd result" },
    },
  };
}
