import { cp, mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { execa } from "execa";
import { repositoryRoot } from "./repository-root.ts";

/**
 * Copies the checkout as it is now: what is not committed too, what is ignored not.
 * @param folder - absolute path; is made
 */
export async function copyCheckout(folder: string): Promise<void> {
  const listed = await execa("git", ["ls-files", "--cached", "--others", "--exclude-standard", "-z"], {
    cwd: repositoryRoot,
  });
  for (const file of listed.stdout.split("\0").filter((name) => name !== "")) {
    const target = join(folder, file);
    await mkdir(dirname(target), { recursive: true });
    // One that was deleted and not committed yet is still listed.
    await cp(join(repositoryRoot, file), target).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "ENOENT") throw error;
    });
  }
}
