import { createHash } from "node:crypto";
import type { TakenBatch } from "../journal/journal.ts";

/** Makes an execution's id, equal in each attempt: UUID version 5 (RFC 9562, section 5.5) of job id and number. */
export function executionId(job: string, seq: number): string {
  const hash = createHash("sha1")
    .update(Buffer.from(job.replaceAll("-", ""), "hex"))
    .update(String(seq))
    .digest()
    .subarray(0, 16);
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  return hash.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/** Adds ids to a batch's executions. An execution with an id keeps it; an item that is not an object gets none. */
export function withExecutionIds(job: string, batch: TakenBatch): TakenBatch {
  const items = batch.items.map((item, index) =>
    typeof item === "object" && item !== null && !Array.isArray(item)
      ? { id: executionId(job, batch.first + index), ...item }
      : item,
  );
  return { ...batch, items };
}
