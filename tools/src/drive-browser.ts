import { join } from "node:path";
import { execa } from "execa";
import { findChromium } from "./find-chromium.ts";
import { repositoryRoot } from "./repository/repository-root.ts";
import type { Say } from "./turbo/run-counted.ts";

const folder = join(repositoryRoot, "checks/browser");

/** Where screenshots and other things to look at go. */
export const browserResults: string = join(folder, ".results");

/**
 * Runs a script of `checks/browser/`, which drives Chromium and prints its own counts.
 * @param settings - what the script gets beside the browser
 * @returns the exit code
 * @throws Error when there is no Chromium
 */
export async function driveBrowser(script: string, settings: object, say: Say): Promise<number> {
  const chromium = findChromium(say);
  if ("missing" in chromium) throw new Error(chromium.missing);
  // What drives the browser is installed by nothing else.
  await execa("pnpm", ["install", "--frozen-lockfile"], { cwd: folder });
  const words = [script, JSON.stringify({ chromium, screenshots: browserResults, ...settings })];
  const { exitCode } = await execa("node", words, { cwd: folder, stdio: "inherit", reject: false });
  return exitCode ?? 1;
}
