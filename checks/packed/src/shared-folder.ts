import { mkdtempDisposable } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    readonly sharedFolder: string;
  }
}

/** Gives the test files of a run one folder for what several of them install. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtempDisposable(join(tmpdir(), "np6-packed-shared-"));
  provide("sharedFolder", folder.path);
  return () => folder.remove();
}
