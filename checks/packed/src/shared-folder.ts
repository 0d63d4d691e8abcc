import { mkdtempDisposable } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    readonly sharedFolder: string;
  }
}

/** Makes one temporary folder per run, for installations that several test files use. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtempDisposable(join(tmpdir(), "np6-packed-shared-"));
  provide("sharedFolder", folder.path);
  return () => folder.remove();
}
