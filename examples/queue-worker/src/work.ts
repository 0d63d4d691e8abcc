import type { Journal } from "@np6/api-bulk";
import type { Np6Client } from "@np6/api-client";
import { consume } from "./consume.js";
import type { FolderQueue } from "./folder-queue.js";

/** Consumes each waiting message once. @returns number of messages that stay, and delay of the next run */
export async function work(
  journal: Pick<Journal, "keys">,
  np6: Pick<Np6Client, "executeWorkflow">,
  queue: FolderQueue,
  say: (line: string) => void,
): Promise<{ waiting: number; againInMs: number }> {
  let [waiting, againInMs] = [0, 1_000];
  for await (const message of queue.receive()) {
    const verdict = await consume(journal, np6, message);
    switch (verdict.action) {
      case "done":
        await queue.move(message, "done");
        break;
      case "later":
        waiting += 1;
        againInMs = Math.max(againInMs, verdict.inMs);
        break;
      case "set aside":
      case "park":
        say(`${message.id}: ${verdict.action}: ${verdict.reason}`);
        await queue.move(message, verdict.action === "park" ? "parked" : "set-aside");
        break;
      case "stop":
        throw new Error(`The setup is wrong, so the worker stops: ${verdict.reason}`);
    }
  }
  return { waiting, againInMs };
}
