import { Command as Program } from "commander";
import type { Command } from "./command.ts";

/**
 * Prints help, or the error in the typed words, with a suggestion. It ends the process: with 0 if help was requested,
 * else with 1.
 */
export function explainCommands(commands: readonly Command[], typed: readonly string[]): never {
  const program = new Program("pnpm").description("Commands of the repository, run from its root.");
  for (const command of commands) program.addCommand(toProgram(command));
  program.parse([...typed], { from: "user" });
  return program.help({ error: true });
}

function toProgram({ name, line, usage, page, does, words = [] }: Command): Program {
  const program = new Program(name).description(line);
  for (const word of words) program.addCommand(toProgram(word));
  const word = words.length === 0 ? [] : [does === undefined ? "<word>" : "[word]"];
  program.usage([...word, usage ?? ""].join(" ").trim());
  if (page !== undefined) program.addHelpText("after", `\nMore: ${page}`);
  return program;
}
