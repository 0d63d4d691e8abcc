import { createInterface } from "node:readline/promises";
import { BulkError } from "../bulk-error.ts";
import type { Terminal } from "./terminal.ts";

/** Asks the user. @returns the typed text; undefined when the input ended */
export async function ask(question: string, terminal: Terminal): Promise<string | undefined> {
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

/**
 * Asks the user to type the number of receivers before anything is sent, because pressing y becomes a habit.
 *
 * @throws BulkError when the number differs, or there is no interactive terminal
 */
export async function confirm(pending: number, terminal: Terminal): Promise<void> {
  if (!terminal.isInteractive) {
    throw new BulkError(
      "Sending needs a confirmation, and there is no terminal. Add --yes to send without it.",
    );
  }
  const answer = await ask("Type the number of receivers to send: ", terminal);
  if (answer?.replaceAll(/[,_ ']/g, "") === String(pending)) return;
  throw new BulkError(`That is not ${pending.toLocaleString("en-US")}. Nothing was sent.`);
}
