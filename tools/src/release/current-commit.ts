import { execa } from "execa";
import { repositoryRoot } from "../repository/repository-root.ts";

/** The hash of the commit that is checked out. */
export async function currentCommit(): Promise<string> {
  return (await execa("git", ["rev-parse", "HEAD"], { cwd: repositoryRoot })).stdout.trim();
}
