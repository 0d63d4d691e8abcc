import type { CheckProgram } from "../turbo/run-program.ts";

/** The action of a command. */
export type Action =
  /** Loads a module of this folder, which reads `process.argv` from its fourth word on. */
  | { readonly module: string }
  /**
   * Runs turbo tasks as checks, and counts; with `--update` it runs the task that writes the compared files. The
   * checkout is locked meanwhile, or only until the packages are built (`released`).
   */
  | { readonly tasks: readonly string[]; readonly update?: string; readonly checkout?: "released" }
  /** Runs turbo, and prints the tasks' output. */
  | { readonly turbo: readonly string[] }
  | { readonly program: CheckProgram };

/** A command of the root, or a subcommand. */
export interface Command {
  /** Description on one line. */
  readonly line: string;
  /** Options that may follow it. */
  readonly usage?: string;
  /** Page with more details, relative to the repository. */
  readonly page?: string;
  /** Whether it prints its own help for `--help`. */
  readonly printsHelp?: boolean;
  /** Action without a subcommand. If it is absent, a subcommand is required. */
  readonly does?: Action;
  /** Its subcommands. */
  readonly words?: Commands;
}

/** Commands by name. */
export type Commands = Readonly<Record<string, Command>>;

/**
 * Runs a program of a folder with Node.
 * @param folder - relative to the repository
 * @param words - Node's options, and the program's file
 * @param packages - packages it needs, without the scope; they are built first, with their dependencies
 */
export function program(
  folder: string,
  words: readonly string[],
  packages: readonly string[],
  more: Pick<CheckProgram, "installs" | "counts"> = {},
): Action {
  return { program: { folder, words, packages: packages.map((name) => `@np6/${name}`), ...more } };
}
