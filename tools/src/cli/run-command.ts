import { join } from "node:path";
import { repositoryRoot } from "../repository/repository-root.ts";
import type { Action, Command } from "./command.ts";

/**
 * Runs one of the commands as somebody typed it. `--help` prints what there is; a word that there is not is refused, with one that is like it.
 * @param typed - the command's name and what follows it
 */
export async function runCommand(commands: readonly Command[], typed: readonly string[]): Promise<void> {
  const found = findCommand(commands, typed);
  // `release publish` runs where nothing is installed; so only help, and what is wrong, load more than they run.
  if (found !== undefined) return act(found.does, found.words);
  const { explainCommands } = await import("./explain-commands.ts");
  explainCommands(commands, typed);
}

/** @returns what to do, and with which words; undefined when help is asked for, or a word is missing or unknown */
function findCommand(
  commands: readonly Command[],
  [name, ...following]: readonly string[],
): { readonly does: Action; readonly words: readonly string[] } | undefined {
  const command = commands.find((one) => one.name === name);
  if (command === undefined) return undefined;
  const [word] = following;
  if (command.words !== undefined && word !== undefined && !word.startsWith("-")) {
    return findCommand(command.words, following);
  }
  const asksForHelp = !command.ownHelp && (word === "--help" || word === "-h");
  return command.does === undefined || asksForHelp ? undefined : { does: command.does, words: following };
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
  // As if the module had been started with these words.
  process.argv = [process.execPath, join(repositoryRoot, "tools/run.mjs"), does.module, ...words];
  await import(`./${does.module}.ts`);
}
