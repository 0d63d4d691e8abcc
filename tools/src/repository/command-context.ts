import { repositoryRoot } from "./repository-root.ts";

/** Where a command runs and where it writes. */
export interface CommandContext {
  /** Absolute path of the checkout. */
  readonly repository: string;
  /** What relative paths are relative to. */
  readonly cwd: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** The context of a command that somebody typed: paths are relative to where they typed it, wherever pnpm runs it. */
export const commandContext: CommandContext = {
  repository: repositoryRoot,
  cwd: process.env.INIT_CWD ?? process.cwd(),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
};
