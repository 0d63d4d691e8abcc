export { BulkError } from "./bulk-error.ts";
export { JournalWriteError } from "./journal-write-error.ts";

// The journal.

export type {
  AttemptEnd,
  Counts,
  ItemOutcome,
  ItemState,
  Job,
  Journal,
  JournalAttempt,
  JournalEvent,
  JournalItem,
  Lesson,
  OnBadBatch,
  Plan,
  PlannedItem,
  Resolution,
  Runner,
  RunnerOptions,
  Settlement,
  SharedPace,
  Slice,
  TakenBatch,
  Turn,
  Turns,
} from "./journal/journal.ts";
export { openJournal } from "./journal/open-journal.ts";

// Single calls.

export type { KeyRecord, KeyState, KeyStore, TakenKey } from "./once/key-store.ts";
export { type OnceOptions, type OnceOutcome, once } from "./once/once.ts";

// Planning and running.

export { findDiskRisks } from "./planning/find-disk-risks.ts";
export { type OperationPlan, planJob, type WorkflowPlan } from "./planning/plan-job.ts";
export {
  type BatchCallOptions,
  type BulkOperation,
  executeWorkflowBatch,
  type ItemVerdict,
} from "./protocol/bulk-operation.ts";
export type {
  BatchEndedEvent,
  JobEvent,
  JobPausedEvent,
  RunEndedEvent,
  RunStartedEvent,
  RunState,
} from "./protocol/job-event.ts";
export { runJob } from "./protocol/run-job.ts";
export type { Progress, RunHooks, RunOptions, RunSummary } from "./protocol/run-options.ts";
export { runSlice, type SliceOptions, slicesOf } from "./protocol/run-slice.ts";
