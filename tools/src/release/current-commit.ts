import { execFileSync } from "node:child_process";
import { repositoryRoot } from "../repository/repository-root.ts";

/** The hash of the commit that is checked out. Node's own functions only: the command that publishes runs without an install. */
export function currentCommit(): string {
  return execFileSync("git", ["rev-parse", "HEAD"], { cwd: repositoryRoot, encoding: "utf8" }).trim();
}
