// A program: runs the job of a journal against an API, and kills itself at the n-th visit of a write point.
// Usage: node run-job-child.test-support.ts JOURNAL URL BATCH_SIZE MAX_AT_STAKE [POINT N [FULL|NORMAL [OPTIONS]]]
// OPTIONS are those of runJob, as JSON.

import { createClient } from "@np6/api-client";
import { openJournalWith } from "../journal/open-journal.ts";
import { executeWorkflowBatch } from "../protocol/bulk-operation.ts";
import { runJob } from "../protocol/run-job.ts";

const [
  file = "",
  baseUrl = "",
  batchSize,
  maxAtStake,
  point = "",
  nth = "0",
  synchronous = "FULL",
  options = "{}",
] = process.argv.slice(2);
let left = Number(nth);
const at = (name: string): void => {
  if (name !== point) return;
  left -= 1;
  if (left === 0) process.kill(process.pid, "SIGKILL");
};
const journal = await openJournalWith(file, {
  points: at,
  synchronous: synchronous === "NORMAL" ? "NORMAL" : "FULL",
});
const operation = executeWorkflowBatch(createClient({ apiKey: "any-key-of-the-mock", baseUrl }));
const summary = await runJob(journal, {
  operation: {
    ...operation,
    send: async (...call) => {
      at("send:before");
      const results = await operation.send(...call);
      at("send:after");
      return results;
    },
  },
  batchSize: Number(batchSize),
  maxAtStake: Number(maxAtStake),
  canary: false,
  ...JSON.parse(options),
});
await journal.close();
process.stdout.write(JSON.stringify(summary));
