import { lock } from "proper-lockfile";
import { repositoryRoot } from "../repository/repository-root.ts";

/**
 * Lets one command at a time work in this checkout: two would build into the same `dist` folders. A second one waits
 * until the first is done. A lock whose owner died goes stale after 10 seconds and is taken over.
 * @param say - told once when there is somebody to wait for
 * @returns releases the lock
 */
export async function lockCheckout(say: (line: string) => void): Promise<() => Promise<void>> {
  const options = { lockfilePath: `${repositoryRoot}/node_modules/.np6-checkout.lock`, stale: 10_000 };
  try {
    return await lock(repositoryRoot, options);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ELOCKED")) throw error;
    say("Another command is working in this checkout; waiting for it to end …");
    const waitForever = { forever: true, minTimeout: 200, maxTimeout: 1_000 };
    return lock(repositoryRoot, { ...options, retries: waitForever });
  }
}
