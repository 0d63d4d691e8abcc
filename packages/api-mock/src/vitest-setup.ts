// Entry `@np6/api-mock/vitest-setup`, for `globalSetup`: one Prism for all test files instead of one for each.

import { readBundledDocument } from "./api/read-bundled-document.ts";
import { startEngine } from "./engine/engine.ts";
import { prismUrlVariable } from "./engine/prism-url-variable.ts";

/** Starts the Prism that every `startMock` of the test files uses. Vitest calls the returned function at the end. */
export async function setup(): Promise<() => Promise<void>> {
  const engine = await startEngine(await readBundledDocument());
  // Vitest's workers and their child processes inherit it.
  process.env[prismUrlVariable] = engine.prismUrl;
  return async () => {
    delete process.env[prismUrlVariable];
    await engine.stop();
  };
}
