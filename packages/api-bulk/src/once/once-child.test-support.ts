// A program that makes a single call per key, guarded by a journal, and prints each outcome. Usage: node
// once-child.test-support.ts JOURNAL URL KEY...

import { createClient } from "@np6/api-client";
import { openJournal } from "../journal/open-journal.ts";
import { once } from "./once.ts";

const [file = "", baseUrl = "", ...keys] = process.argv.slice(2);
const journal = await openJournal(file);
const np6 = createClient({ apiKey: "any-key-of-the-mock", baseUrl });
for (const key of keys) {
  const { state } = await once(journal, key, () =>
    np6.executeWorkflow({ path: { id: 42 }, body: { receiver: { type: "id", value: key } } }),
  );
  process.stdout.write(`${key} ${state}\n`);
}
await journal.close();
