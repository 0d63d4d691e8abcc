import { createInterface } from "node:readline/promises";
import type { DryRun } from "@np6/openapi-runtime";
import { CommandError } from "./command-error.ts";
import type { Terminal } from "./terminal.ts";

/** Largest number of characters of a body that are shown. */
const shown = 600;

/**
 * Shows a call that can reach people, and asks the user to type a word about it, because pressing y becomes a habit.
 *
 * @param elements number of elements in the body; undefined when it is not a list
 * @throws CommandError when the user types something else, or there is no user
 */
export async function confirm(call: DryRun, elements: number | undefined, terminal: Terminal): Promise<void> {
  const { operationId, method, url, body } = call;
  if (!terminal.isInteractive) {
    throw new CommandError(
      `${operationId} can send a mail or a message to people, which needs a confirmation, and there is no terminal. Add --yes to send without it.`,
    );
  }
  const text = typeof body === "string" ? body : "";
  const more = text.length > shown ? ` … (${text.length.toLocaleString("en-US")} characters)` : "";
  terminal.printMessage(
    `${operationId} can send a mail or a message to people.\n  ${method} ${url}\n  ${text.slice(0, shown)}${more}\n`,
  );
  const [question, expected] =
    elements === undefined
      ? [`Type ${operationId} to send it: `, operationId]
      : ["Type the number of elements to send: ", String(elements)];
  const answer = await ask(question, terminal);
  if (answer?.replaceAll(/[,_ ']/g, "") !== expected) throw new CommandError("Nothing was sent.");
}

/** @returns the typed text; undefined when the input ended */
async function ask(question: string, terminal: Terminal): Promise<string | undefined> {
  const prompt = createInterface({ input: terminal.stdin, output: process.stderr });
  const ended = new AbortController();
  prompt.once("close", () => ended.abort());
  try {
    return (await prompt.question(question, { signal: ended.signal })).trim();
  } catch (error) {
    if (ended.signal.aborted) return undefined;
    throw error;
  } finally {
    prompt.close();
  }
}
