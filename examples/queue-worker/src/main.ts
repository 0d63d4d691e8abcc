import { setTimeout as wait } from "node:timers/promises";
import { openJournal } from "@np6/api-bulk";
import { createClient } from "@np6/api-client";
import { FolderQueue } from "./folder-queue.js";
import { work } from "./work.js";

const np6 = createClient({ apiKey: process.env.NP6_API_KEY, baseUrl: process.env.NP6_BASE_URL });
const queue = new FolderQueue(process.env.QUEUE_FOLDER ?? "queue");
const journal = await openJournal(process.env.JOURNAL ?? "messages.db");
const stop = new AbortController();
process.once("SIGTERM", () => stop.abort());
try {
  while (!stop.signal.aborted) {
    const { againInMs } = await work(journal, np6, queue, (line) => process.stderr.write(`${line}\n`));
    await wait(againInMs, undefined, { signal: stop.signal }).catch(() => undefined);
  }
} finally {
  await np6.close({ graceMs: 10_000 });
  await journal.close();
}
