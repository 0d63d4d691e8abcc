import { createInterface } from "node:readline/promises";
import { BulkError } from "../bulk-error.ts";
import type { Terminal } from "./terminal.ts";

/** Asks a person. @returns what was typed; undefined when the input ended */
export async function ask(question: string, terminal: Terminal): Promise<string | undefined> {
  const asked = createInterface({ input: terminal.stdin, output: process.stderr });
  const ended = new AbortController();
  asked.once("close", () => ended.abort());
  try {
    return (await asked.question(question, { signal: ended.signal })).trim();
  } catch (error) {
    if (ended.signal.aborted) return undefined;
    throw error;
  } finally {
    asked.close();
  }
}

/**
 * Lets a person type how many receivers there are, before anything is sent: a habit of pressing y does not pass.
 *
 * @throws BulkError when it is another number, or nobody is there
 */
export async function confirm(pending: number, terminal: Terminal): Promise<void> {
  if (!terminal.isInteractive) {
    throw new BulkError("Nobody is here to confirm. Say --yes to send without being asked.");
  }
  const answer = await ask("Type the number of receivers to send: ", terminal);
  if (answer?.replaceAll(/[,_ ']/g, "") === String(pending)) return;
  throw new BulkError(`That is not ${pending.toLocaleString("en-US")}. Nothing was sent.`);
}
