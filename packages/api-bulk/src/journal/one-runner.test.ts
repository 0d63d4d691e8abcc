import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  closeSync,
  copyFileSync,
  linkSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { planJob } from "../planning/plan-job.ts";
import { runJob } from "../protocol/run-job.ts";
import { createApiDouble } from "../testing/api-double.test-support.ts";
import { temporaryJournal } from "../testing/temporary-journal.test-support.ts";
import { openJournal } from "./open-journal.ts";

const rows = Array.from({ length: 10 }, (_, index) => ({ item: index + 1 }));
const plan = { operation: "send", input: {}, rows };

async function planned(file: string) {
  const journal = await openJournal(file);
  await planJob(journal, plan);
  return journal;
}

/** Holds the lock of a journal in a separate process. */
async function holder(file: string) {
  const module = JSON.stringify(fileURLToPath(new URL("hold-lock.ts", import.meta.url)));
  const code = `import(${module}).then(({ holdLock }) => { holdLock(${JSON.stringify(file)}); gc(); setTimeout(() => { gc(); console.log("held"); }, 20); setInterval(() => {}, 1000); })`;
  // Garbage collection must not release the lock: SQLite closes a collected database, which releases its lock.
  const child = spawn(process.execPath, ["--expose-gc", "-e", code], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  await once(child.stdout, "data");
  return child;
}

test("a second runner is refused while the first one lives, also when it is stopped, and not after its death", async () => {
  const file = temporaryJournal();
  const journal = await planned(file);
  const child = await holder(file);
  const start = () => journal.startRunner({ maxAtStake: 10 });
  await expect(start()).rejects.toThrow("another process is running this job");
  child.kill("SIGSTOP");
  await expect(start()).rejects.toThrow("another process is running this job");
  // A process that only reads is allowed.
  expect((await journal.counts()).pending).toBe(10);
  child.kill("SIGKILL");
  await once(child, "close");
  await (await start()).end();
  await journal.close();
});

test("another name of the file is the same journal", async () => {
  const [file, other] = [temporaryJournal(), temporaryJournal()];
  const journal = await planned(file);
  const runner = await journal.startRunner({ maxAtStake: 10 });
  symlinkSync(file, other);
  const linked = await openJournal(other);
  await expect(linked.startRunner({ maxAtStake: 10 })).rejects.toThrow("another process is running this job");
  await linked.close();
  await runner.end();
  linkSync(file, `${file}.too`);
  await expect(journal.startRunner({ maxAtStake: 10 })).rejects.toThrow(
    /has a second name \(a hard link\), .* Remove one of the two\.$/,
  );
  await journal.close();
});

test("closing another descriptor of the lock's file loses the lock: why nothing here opens it", async () => {
  const file = temporaryJournal();
  const journal = await planned(file);
  const runner = await journal.startRunner({ maxAtStake: 10 });
  const other = await openJournal(file);
  await expect(other.startRunner({ maxAtStake: 10 })).rejects.toThrow("another process");
  closeSync(openSync(`${file}.lock`, "r"));
  const child = await holder(file);
  child.kill("SIGKILL");
  await runner.end();
  for (const open of [journal, other]) await open.close();
});

test("only openDatabase and holdLock name the files' descriptors", async () => {
  for (const name of [
    "open-journal",
    "machine-binding",
    "sqlite-runner",
    "../stored/write-plan",
    "verify-journal",
    "read-items",
  ]) {
    const source = readFileSync(fileURLToPath(new URL(`${name}.ts`, import.meta.url)), "utf8");
    expect(source, name).not.toMatch(/openSync|createReadStream|copyFile|\bopen\(/);
  }
});

test("a copy of a journal is refused, unless somebody takes it over", async () => {
  const [file, copy] = [temporaryJournal(), temporaryJournal()];
  await (await planned(file)).close();
  copyFileSync(file, copy);
  const journal = await openJournal(copy);
  await expect(journal.startRunner({ maxAtStake: 10 })).rejects.toThrow(
    "it is a copy of the file that was planned. If no other process has sent from it since, use `takeover`",
  );
  await (await journal.startRunner({ maxAtStake: 10, takeover: true })).end();
  await (await journal.startRunner({ maxAtStake: 10 })).end();
  await journal.close();
});

test("a backup that was put in the place of its journal is refused, unless somebody takes it over", async () => {
  const [file, backup] = [temporaryJournal(), temporaryJournal()];
  await (await planned(file)).close();
  copyFileSync(file, backup);
  let journal = await openJournal(file);
  await runJob(journal, { operation: createApiDouble(() => "good").operation, canary: false });
  await journal.close();
  // Overwritten in place: for the system, the file is the same.
  writeFileSync(file, readFileSync(backup));
  journal = await openJournal(file);
  const start = (takeover: boolean) => journal.startRunner({ maxAtStake: 10, takeover });
  await expect(start(false)).rejects.toThrow(
    "This journal may be out of date: it is older than at its last use, as a restored backup is.",
  );
  await (await start(true)).end();
  // After the takeover, the flag is no longer needed.
  await (await start(false)).end();
  await journal.close();
});

test("a new plan by the name of a journal that is gone is no backup", async () => {
  const file = temporaryJournal();
  let journal = await planned(file);
  await runJob(journal, { operation: createApiDouble(() => "good").operation, canary: false });
  await journal.close();
  for (const name of [file, `${file}-wal`, `${file}-shm`]) rmSync(name, { force: true });
  journal = await planned(file);
  await (await journal.startRunner({ maxAtStake: 10 })).end();
  await journal.close();
});

test("the files are their owner's alone", async () => {
  const file = temporaryJournal();
  const journal = await planned(file);
  const runner = await journal.startRunner({ maxAtStake: 10 });
  for (const name of [file, `${file}-wal`, `${file}-shm`, `${file}.lock`]) {
    expect(statSync(name).mode & 0o777, name).toBe(0o600);
  }
  await runner.end();
  await journal.close();
});

test("a state moves only along the arrows, whoever writes", async () => {
  const file = temporaryJournal();
  const journal = await planned(file);
  await runJob(journal, { operation: createApiDouble(() => "500").operation, canary: false });
  await journal.close();
  const { DatabaseSync } = await import("node:sqlite");
  const database = new DatabaseSync(file);
  for (const [sql, message] of [
    ["UPDATE batch SET state = 'planned' WHERE state = 'unknown'", "cannot change from this state"],
    ["DELETE FROM batch", "never deleted"],
    ["DELETE FROM attempt", "never deleted"],
    ["UPDATE attempt SET outcome = 'answered'", "ends once"],
    ["INSERT INTO outcome VALUES (1, 'failed', '')", "belongs to an answered batch"],
    ["INSERT INTO batch (first, last, state) VALUES (1, 2, 'answered')", "begins as planned"],
    ["UPDATE batch SET first = 5", "only a planned batch may lose items"],
  ] as const) {
    expect(() => database.exec(sql), sql).toThrow(message);
  }
  database.close();
});
