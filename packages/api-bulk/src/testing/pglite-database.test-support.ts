import { PGlite } from "@electric-sql/pglite";
import { afterAll } from "vitest";
import {
  type Connections,
  createDatabase,
  type Database,
  type Query,
  type Row,
} from "../postgres/database.ts";
import { migrate } from "../postgres/schema/migrate.ts";

/** Called before and after each statement; it throws to lose the connection there. */
export type Fault = (text: string, when: "before" | "after", values: readonly unknown[]) => void;

/** Makes the error of `pg` for a lost connection. */
export function connectionLost(): Error {
  return new Error("Connection terminated unexpectedly");
}

/** Starts Postgres in this process, one per test file: no server is needed. */
export async function startPglite(): Promise<{
  /** @param reconnectMs time for which a lost connection is retried */
  readonly database: (fault?: Fault, reconnectMs?: number) => Database;
}> {
  const lite = await PGlite.create();
  afterAll(() => lite.close());
  let last: Promise<unknown> = Promise.resolve();
  const oneByOne = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const next = last.then(work, work);
    last = next.catch(() => {});
    return next;
  };
  const say: Query = async (text, values) => {
    if (values === undefined) return ((await lite.exec(text)).at(-1)?.rows ?? []) as Row[];
    return (await lite.query(text, values as unknown[])).rows as Row[];
  };
  const database = (fault: Fault = () => {}, reconnectMs = 200): Database => {
    const query: Query = async (text, values) => {
      fault(text, "before", values ?? []);
      const rows = await say(text, values);
      fault(text, "after", values ?? []);
      return rows;
    };
    const exclusive: Connections["exclusive"] = (work) =>
      oneByOne(async () => {
        try {
          return await work(query);
        } catch (error) {
          // A server does the same when a connection ends.
          await say("ROLLBACK").catch(() => {});
          throw error;
        }
      });
    const connections: Connections = {
      exclusive,
      query: (text, values) => exclusive((inner) => inner(text, values)),
      close: async () => {},
    };
    return createDatabase(connections, "pglite", reconnectMs);
  };
  await migrate(database(), "np6_bulk");
  return { database };
}
