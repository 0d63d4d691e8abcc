import { readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  type CallEvent,
  ConfigurationError,
  ConnectionError,
  createClient,
  type EndEvent,
  type FailureEvent,
  type Hooks,
  HttpError,
  type NextStep,
  type Np6Failure,
  RedirectError,
  type ResponseEvent,
  type RetryEvent,
  TimeoutError,
  UnexpectedResponseError,
} from "@np6/api-client";
import { describe, expect, test } from "vitest";
import { namesIn, readTables, type Table } from "./read-tables.test-support.ts";

// Rows are compared one to one, because a search for each name would miss duplicate and superfluous rows.

const repository = join(import.meta.dirname, "../../../..");

async function tableUnder(page: string, heading: string, firstColumn: string): Promise<Table> {
  const tables = readTables(await readFile(join(repository, page), "utf8"));
  const table = tables.find((each) => each.heading === heading && each.head[0] === firstColumn);
  if (table === undefined) throw new Error(`${page} has no table with "${firstColumn}" under "${heading}".`);
  return table;
}

const firstNames = ({ rows }: Table): string[] => rows.flatMap(([cell]) => namesIn(cell));

/** The compiler reports missing and superfluous names. */
const keysOf = <Keys extends string>(options: Record<Keys, true>): string[] => Object.keys(options).sort();

const kinds = keysOf<Np6Failure["kind"]>({
  http: true,
  "rate-limited": true,
  redirect: true,
  timeout: true,
  aborted: true,
  connection: true,
  "unexpected-response": true,
  "key-unavailable": true,
  configuration: true,
});

/** Reads the options from the client's own error message. */
function optionsOfClient(): string[] {
  try {
    createClient({ apiKey: "k", nothing: 1 } as never);
  } catch (error) {
    return (error as Error).message
      .replace(/^.*it takes: (.*)\.$/, "$1")
      .split(", ")
      .sort();
  }
  throw new Error("an unknown option was accepted");
}

test("packages/api-client/README.md has a row for each option of createClient", async () => {
  const table = await tableUnder("packages/api-client/README.md", "Options", "option of `createClient`");
  expect(firstNames(table).sort()).toEqual(optionsOfClient());
});

test("packages/api-client/README.md has a row for each kind of failure", async () => {
  const table = await tableUnder("packages/api-client/README.md", "Failures", "`kind`");
  expect(firstNames(table).sort()).toEqual(kinds);
});

test("docs/retries.md has a row for each option that limits or repeats", async () => {
  const table = await tableUnder("docs/retries.md", "The defaults", "option");
  const names = firstNames(table);
  expect(new Set(names).size).toBe(names.length);
  const limits = optionsOfClient().filter((name) => /Ms$|^max|^retry$/.test(name));
  expect(names).toEqual(expect.arrayContaining(limits));
});

describe("docs/errors.md", () => {
  const post = { operationId: "executeWorkflow", method: "POST", path: "/" };

  test("has a row for each next step", async () => {
    const steps = keysOf<NextStep>({ retry: true, "fix-request": true, "fix-setup": true, check: true });
    expect(
      firstNames(await tableUnder("docs/errors.md", "Failures, and what to do about them", "`next`")).sort(),
    ).toEqual(steps);
  });

  test("has a row for each kind of failure", async () => {
    const table = await tableUnder("docs/errors.md", "The kinds", "`kind` (class)");
    expect(table.rows.map(([cell]) => namesIn(cell)[0]).sort()).toEqual(kinds);
  });

  test("says of each status what the client says", async () => {
    const { rows } = await tableUnder("docs/errors.md", "Refusals", "status");
    for (const [statuses = "", , cell] of rows) {
      for (const status of statuses.split(", ").map(Number)) {
        const { next } = new HttpError({ ...post, status }, undefined, "");
        expect([status, next]).toEqual([status, namesIn(cell)[0]]);
      }
    }
    const { next } = new HttpError({ ...post, method: "GET", status: 500 }, undefined, "");
    expect(namesIn(rows.at(-1)?.[2])).toEqual(["check", next]);
  });

  test("has a row for each field of every failure, and of some", async () => {
    const failures = [
      new HttpError({ ...post, status: 400 }, {}, ""),
      new RedirectError(post),
      new TimeoutError("deadlineMs", 1, post),
      new ConnectionError("a.", post, false),
      new UnexpectedResponseError("a.", { ...post, status: 200 }, ""),
      new ConfigurationError("a."),
    ];
    const fields = failures.flatMap((failure) => [
      ...Object.keys(failure.toJSON()),
      ...Object.getOwnPropertyNames(failure),
    ]);
    const tables = readTables(await readFile(join(repository, "docs/errors.md"), "utf8"));
    const documented = tables.filter(({ head: [first] }) => first === "field").flatMap(firstNames);
    // Fields of every Error are not documented, except the cause.
    const members = new Set([...fields, "cause"].filter((name) => !["stack"].includes(name)));
    expect(documented.sort()).toEqual([...members].sort());
  });
});

describe("docs/security.md", () => {
  test("has a row for each hook, with its fields", async () => {
    const { rows } = await tableUnder("docs/security.md", "Hooks and logging", "hook");
    const hooks = keysOf<keyof Hooks>({
      request: true,
      response: true,
      retry: true,
      failure: true,
      end: true,
      deprecated: true,
    });
    expect(rows.map(([cell]) => namesIn(cell)[0]).sort()).toEqual(hooks);
    type OwnKey<Event> = Exclude<keyof Event & string, keyof CallEvent>;
    const fields: Record<string, string[]> = {
      response: keysOf<OwnKey<ResponseEvent>>({
        status: true,
        requestId: true,
        rateLimit: true,
        elapsedMs: true,
      }),
      retry: keysOf<OwnKey<RetryEvent>>({ kind: true, status: true, requestId: true, delayMs: true }),
      failure: keysOf<OwnKey<FailureEvent>>({
        attempts: true,
        kind: true,
        status: true,
        requestId: true,
        elapsedMs: true,
        outcomeUnknown: true,
        next: true,
        code: true,
        limit: true,
        neverSent: true,
      }),
      end: keysOf<OwnKey<EndEvent>>({
        kind: true,
        status: true,
        requestId: true,
        outcomeUnknown: true,
        attempts: true,
        elapsedMs: true,
        queuedMs: true,
        bodyBytes: true,
      }),
    };
    for (const [hook, expected] of Object.entries(fields)) {
      const row = rows.find(([cell]) => namesIn(cell)[0] === hook);
      const named = namesIn(row?.[2]).filter((name) => name !== "attempt");
      expect([hook, named.sort()]).toEqual([hook, expected]);
    }
  });
});
