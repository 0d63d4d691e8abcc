import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { lock } from "proper-lockfile";
import { repositoryRoot } from "../repository/repository-root.ts";

/**
 * Lets one command at a time work in a folder. A second one waits until the first is done. A lock whose owner died goes stale after 10
 * seconds and is taken over.
 * @param folder - absolute path
 * @param say - told once when there is somebody to wait for
 * @returns the lock, which is released when it is disposed of
 */
export async function lockFolder(folder: string, say: (line: string) => void): Promise<AsyncDisposableStack> {
  const held = new AsyncDisposableStack();
  await mkdir(join(folder, "node_modules"), { recursive: true });
  const options = { lockfilePath: join(folder, "node_modules/.np6-checkout.lock"), stale: 10_000 };
  try {
    held.defer(await lock(folder, options));
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ELOCKED")) throw error;
    say(`Another command is working in ${folder}; waiting for it to end …`);
    const waitForever = { forever: true, minTimeout: 200, maxTimeout: 1_000 };
    held.defer(await lock(folder, { ...options, retries: waitForever }));
  }
  return held;
}

/** Takes the whole checkout: two commands would build into the same `dist` folders. */
export function lockCheckout(say: (line: string) => void): Promise<AsyncDisposableStack> {
  return lockFolder(repositoryRoot, say);
}
