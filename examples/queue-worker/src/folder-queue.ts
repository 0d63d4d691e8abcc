import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Message } from "./consume.js";

/**
 * A queue for this example: each message is a file in `inbox`, `<id>.json`, which moves to another folder when it is
 * settled. Like every queue with at-least-once delivery, it delivers a message again if its worker died.
 */
export class FolderQueue {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async add(message: Message): Promise<void> {
    await mkdir(join(this.#folder, "inbox"), { recursive: true });
    await writeFile(join(this.#folder, "inbox", `${message.id}.json`), JSON.stringify(message));
  }

  /** Lists the waiting messages. */
  async *receive(): AsyncGenerator<Message> {
    const names = await readdir(join(this.#folder, "inbox")).catch(() => []);
    for (const name of names.filter((each) => each.endsWith(".json")).sort()) {
      yield JSON.parse(await readFile(join(this.#folder, "inbox", name), "utf8")) as Message;
    }
  }

  /** Removes a message from the inbox. */
  async move({ id }: Message, to: "done" | "set-aside" | "parked"): Promise<void> {
    await mkdir(join(this.#folder, to), { recursive: true });
    await rename(join(this.#folder, "inbox", `${id}.json`), join(this.#folder, to, `${id}.json`));
  }
}
