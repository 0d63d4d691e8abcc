import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { runCli } from "./run-cli.ts";

const password = "s3cret";
const database = `postgres://jane:${password}@127.0.0.1:1/x`;

async function said(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  let text = "";
  const add = (more: string): void => {
    text += more;
  };
  const code = await runCli(args, {
    stdin: Readable.from([]),
    out: add,
    printMessage: add,
    isInteractive: false,
    environment,
    onInterrupt: () => () => {},
  });
  return { code, text };
}

test.each([
  [["status"], {}, "status needs --journal"],
  [["status", "--journal", database], {}, "status needs --job"],
  [["status"], { NP6_BULK_JOURNAL: database }, "status needs --job"],
  [["status", "--journal", "spring.db", "--job", "spring"], {}, "--job is for a journal in Postgres"],
  [["worker", "--journal", "spring.db"], {}, "A worker needs a journal in Postgres"],
  [["worker", "--journal", "redis://x"], {}, "A worker needs a journal in Postgres"],
  [["status", "--journal", database, "--job", "spring", "--lease", "0.1"], {}, "leaseMs must be"],
  [["status", "--journal", database, "--job", "spring", "--lease", "x"], {}, "--lease must be a number"],
] as const)("%j with %j is refused, and names no password", async (args, environment, words) => {
  const { code, text } = await said(args, environment);
  expect(code).toBe(1);
  expect(text).toContain(words);
  expect(text).not.toContain(password);
});
