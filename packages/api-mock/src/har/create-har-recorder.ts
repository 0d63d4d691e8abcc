import { randomUUID } from "node:crypto";
import { rename, rm, writeFile } from "node:fs/promises";
import type { Entry, Har } from "har-format";

/** Writes entries to a HAR file as they arrive. */
export interface HarRecorder {
  readonly add: (entry: Entry) => void;
  /** Writes the remaining entries. */
  readonly close: () => Promise<void>;
}

/** Longest time until an entry is in the file, in case the process is killed. In milliseconds. */
const delay = 1000;

/**
 * Starts a HAR 1.2 file. It is complete at any time: each version is written to a second file, which is then renamed.
 *
 * @param creator name and version of the creator
 * @param clean called for every text, each time the file is written
 * @throws Error that names the file when it cannot be written
 */
export async function createHarRecorder(
  file: string,
  creator: { readonly name: string; readonly version: string },
  clean: (text: string) => string,
): Promise<HarRecorder> {
  const entries: Entry[] = [];
  const beside = `${file}.${randomUUID()}.tmp`;
  let written = -1;
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();

  async function write(): Promise<void> {
    if (written === entries.length) return;
    const count = entries.length;
    const har: Har = { log: { version: "1.2", creator: { ...creator }, entries } };
    try {
      const cleaned = (_: string, value: unknown) => (typeof value === "string" ? clean(value) : value);
      // Only its owner may read the file: bodies can contain personal data.
      await writeFile(beside, `${JSON.stringify(har, cleaned, 2)}\n`, { mode: 0o600 });
      await rename(beside, file);
      written = count;
    } catch (error) {
      await rm(beside, { force: true });
      const { code, message } = error as NodeJS.ErrnoException;
      throw new Error(
        `${file} cannot be written (${code ?? message}): choose a file in an existing folder.`,
        {
          cause: error,
        },
      );
    }
  }

  await write();
  return {
    add: (entry) => {
      entries.push(entry);
      timer ??= setTimeout(() => {
        timer = undefined;
        // `close` tries again, and reports the failure.
        writing = writing.then(write).catch(() => {});
      }, delay).unref();
    },
    close: async () => {
      clearTimeout(timer);
      await writing;
      await write();
    },
  };
}
