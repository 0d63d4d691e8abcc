import { repositoryRoot } from "./repository-root.ts";

/** The folders and outputs of a command. */
export interface CommandContext {
  /** Absolute path of the checkout. */
  readonly repository: string;
  /** The base of relative paths. */
  readonly cwd: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** The context of a typed command: paths are relative to the folder where it was typed, wherever pnpm runs it. */
export const commandContext: CommandContext = {
  repository: repositoryRoot,
  cwd: process.env.INIT_CWD ?? process.cwd(),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
};
