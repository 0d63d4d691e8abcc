import { execFileSync } from "node:child_process";
import { repositoryRoot } from "../repository/repository-root.ts";

/** Returns the hash of the current commit. It uses Node only, because `release publish` runs without an install. */
export function currentCommit(): string {
  return execFileSync("git", ["rev-parse", "HEAD"], { cwd: repositoryRoot, encoding: "utf8" }).trim();
}
