import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { lock } from "proper-lockfile";
import { repositoryRoot } from "../repository/repository-root.ts";

/**
 * Locks a folder for one command at a time. A second command waits until the first one ends. A lock of a dead process
 * becomes stale after 10 seconds and is replaced.
 * @param folder - absolute path
 * @param say - called once if the command has to wait
 * @returns the lock, which is released on disposal
 */
export async function lockFolder(folder: string, say: (line: string) => void): Promise<AsyncDisposableStack> {
  const locks = new AsyncDisposableStack();
  await mkdir(join(folder, "node_modules"), { recursive: true });
  const options = { lockfilePath: join(folder, "node_modules/.np6-checkout.lock"), stale: 10_000 };
  try {
    locks.defer(await lock(folder, options));
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ELOCKED")) throw error;
    say(`Another command is working in ${folder}; waiting for it to end …`);
    const waitForever = { forever: true, minTimeout: 200, maxTimeout: 1_000 };
    locks.defer(await lock(folder, { ...options, retries: waitForever }));
  }
  return locks;
}

/** Locks the whole checkout, because two commands would build into the same `dist` folders. */
export function lockCheckout(say: (line: string) => void): Promise<AsyncDisposableStack> {
  return lockFolder(repositoryRoot, say);
}
