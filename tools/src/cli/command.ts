import type { CheckProgram } from "../turbo/run-program.ts";

/** What a command does. */
export type Action =
  /** Loads a module of this folder, which reads `process.argv` from its fourth word on. */
  | { readonly module: string }
  /**
   * Runs turbo tasks as checks, and counts; with `--update` the task that writes what the others compare. The checkout is locked meanwhile,
   * unless it is to be released when the packages are built.
   */
  | { readonly tasks: readonly string[]; readonly update?: string; readonly checkout?: "released" }
  /** Runs turbo, and shows what the tasks print. */
  | { readonly turbo: readonly string[] }
  | { readonly program: CheckProgram };

/** A command of the root, or a word that follows one. */
export interface Command {
  readonly name: string;
  /** What it does, in a line. */
  readonly line: string;
  /** Options that may follow it. */
  readonly usage?: string;
  /** A page that says more, relative to the repository. */
  readonly page?: string;
  /** True when it answers `--help` itself. */
  readonly ownHelp?: boolean;
  /** What it does when no word follows. Without it, one of the words has to follow. */
  readonly does?: Action;
  /** The words that may follow it. */
  readonly words?: readonly Command[];
}

/**
 * Runs a program of a folder with Node.
 * @param folder - relative to the repository
 * @param words - Node's options, and the program's file
 * @param packages - what it looks at, without the scope; they are built first, with what they depend on
 */
export function program(
  folder: string,
  words: readonly string[],
  packages: readonly string[],
  more: Pick<CheckProgram, "installs" | "counts"> = {},
): Action {
  return { program: { folder, words, packages: packages.map((name) => `@np6/${name}`), ...more } };
}
