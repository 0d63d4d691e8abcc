import { execa } from "execa";
import { expect } from "vitest";

/** Installs packages with npm, which prints only errors. */
export async function npmInstall(cwd: string, ...words: readonly string[]): Promise<void> {
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
  const options = { cwd, reject: false, all: true, preferLocal: false } as const;
  const { exitCode, all } = await execa("npm", ["install", ...quiet, ...words], options);
  expect(exitCode, all).toBe(0);
}
