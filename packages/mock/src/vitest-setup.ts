// Entry `@np6/api-mock/vitest-setup`, for `globalSetup`: one Prism for all test files instead of one for each.
import type { TestProject } from "vitest/node";
import { startEngine } from "./engine.ts";
import { readBundledDocument } from "./read-bundled-document.ts";
import { prismUrlName } from "./runners/provided-context.ts";

/** Starts the Prism that the `test` of `@np6/api-mock/vitest` then uses. Vitest calls what is returned at the end. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const engine = await startEngine(await readBundledDocument());
  project.provide(prismUrlName, engine.prismUrl);
  return engine.stop;
}
