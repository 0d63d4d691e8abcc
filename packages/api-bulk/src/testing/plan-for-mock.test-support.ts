import { openJournal } from "../journal/open-journal.ts";
import { planJob } from "../planning/plan-job.ts";

/** Plans a job for this many receivers, `R0` and so on. */
export async function planForMock(file: string, receivers: number, onBadBatch?: "split"): Promise<void> {
  const journal = await openJournal(file);
  const executions = Array.from({ length: receivers }, (_, index) => ({
    receiver: { type: "id" as const, value: `R${index}` },
  }));
  await planJob(journal, { workflowId: 42, executions, ...(onBadBatch && { onBadBatch }) });
  await journal.close();
}
