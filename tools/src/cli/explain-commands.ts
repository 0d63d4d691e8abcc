import { Command as Program } from "commander";
import type { Command, Commands } from "./command.ts";

/**
 * Prints help, or the error in the typed words, with a suggestion. It ends the process: with 0 if help was requested,
 * else with 1.
 */
export function explainCommands(commands: Commands, typed: readonly string[]): never {
  const program = new Program("pnpm").description("Commands of the repository, run from its root.");
  for (const [name, command] of Object.entries(commands)) program.addCommand(toProgram(name, command));
  program.parse([...typed], { from: "user" });
  return program.help({ error: true });
}

function toProgram(name: string, { line, usage, page, does, words = {} }: Command): Program {
  const program = new Program(name).description(line);
  for (const [word, command] of Object.entries(words)) program.addCommand(toProgram(word, command));
  const word = Object.keys(words).length === 0 ? [] : [does === undefined ? "<word>" : "[word]"];
  program.usage([...word, usage ?? ""].join(" ").trim());
  if (page !== undefined) program.addHelpText("after", `\nMore: ${page}`);
  return program;
}
