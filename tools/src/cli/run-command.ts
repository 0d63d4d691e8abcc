import { join } from "node:path";
import { repositoryRoot } from "../repository/repository-root.ts";
import type { Action, Commands } from "./command.ts";

/**
 * Runs a command as it was typed. `--help` prints help; for an unknown word it prints an error and a suggestion.
 * @param typed - the command's name and the words after it
 */
export async function runCommand(commands: Commands, typed: readonly string[]): Promise<void> {
  const match = findCommand(commands, typed);
  // `release publish` runs without an install, so only help and errors load dependencies.
  if (match !== undefined) return act(match.does, match.words);
  const { explainCommands } = await import("./explain-commands.ts");
  explainCommands(commands, typed);
}

/** @returns the action and its arguments; undefined for help, or for a missing or unknown word */
function findCommand(
  commands: Commands,
  [name = "", ...following]: readonly string[],
): { readonly does: Action; readonly words: readonly string[] } | undefined {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) return undefined;
  const [word] = following;
  if (command.words !== undefined && word !== undefined && !word.startsWith("-")) {
    return findCommand(command.words, following);
  }
  const isHelpRequested = !command.printsHelp && (word === "--help" || word === "-h");
  return command.does === undefined || isHelpRequested ? undefined : { does: command.does, words: following };
}

async function act(does: Action, words: readonly string[]): Promise<void> {
  if ("program" in does) {
    const { runProgram } = await import("../turbo/run-program.ts");
    return runProgram(does.program, words);
  }
  if ("tasks" in does) {
    const { runChecks } = await import("../turbo/run-checks.ts");
    const updates = does.update !== undefined && words.includes("--update");
    return runChecks(updates ? [does.update] : does.tasks, does.checkout);
  }
  if ("turbo" in does) {
    const { execa } = await import("execa");
    const options = { cwd: repositoryRoot, stdio: "inherit", reject: false } as const;
    process.exitCode = (await execa("turbo", ["run", ...does.turbo, ...words], options)).exitCode ?? 1;
    return;
  }
  // The module reads these words as its command line.
  process.argv = [process.execPath, join(repositoryRoot, "tools/run.mjs"), does.module, ...words];
  await import(`./${does.module}.ts`);
}
