import { createHash } from "node:crypto";
import type { TakenBatch } from "../journal/journal.ts";

/** The id of a receiver's execution: UUID version 5 (RFC 9562, section 5.5) of the job's id and the receiver's number, the same in each attempt. */
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

/** A batch whose executions have ids. One that has its own keeps it; what is no object has none. */
export function withExecutionIds(job: string, batch: TakenBatch): TakenBatch {
  const items = batch.items.map((item, index) =>
    typeof item === "object" && item !== null && !Array.isArray(item)
      ? { id: executionId(job, batch.first + index), ...item }
      : item,
  );
  return { ...batch, items };
}
