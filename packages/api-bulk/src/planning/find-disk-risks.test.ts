import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openJournal } from "../journal/open-journal.ts";
import { findDiskRisks, risksOf } from "./find-disk-risks.ts";

const disk = { type: 0xef53, bsize: 4096, bavail: 1000 };

test.each([
  [disk, "linux", 2_000_000, []],
  [disk, "linux", 2_100_000, ["the disk has 5 MB left, and the job may need 5 MB."]],
  [{ ...disk, type: 0x01021994 }, "linux", 0, ["the journal is in memory, and is lost after a reboot."]],
  [{ ...disk, type: 0x01021994 }, "darwin", 0, []],
  // A number of 32 bits may be signed.
  [{ ...disk, type: 0xff534d42 | 0 }, "linux", 0, [expect.stringContaining("network file system")]],
  [{ ...disk, type: 0x794c7630 }, "linux", 0, [expect.stringContaining("container's own layer")]],
])("%j on %s with %d bytes", (system, platform, bytes, risks) => {
  expect(risksOf(system, platform, bytes)).toEqual(risks);
});

test.runIf(process.platform === "linux" && existsSync("/dev/shm"))(
  "a journal in memory is found",
  async () => {
    const folder = mkdtempSync("/dev/shm/np6-bulk-");
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const journal = await openJournal(join(folder, "job.db"));
    expect(await findDiskRisks(journal.name)).toContain(
      "the journal is in memory, and is lost after a reboot.",
    );
    expect(await findDiskRisks(journal.name, 2 ** 60)).toHaveLength(2);
    await journal.close();
  },
);
