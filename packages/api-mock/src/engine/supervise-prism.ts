import type { JsonObject } from "@np6/openapi-document";
import { type Prism, startPrism } from "./start-prism.ts";

/** A Prism that is restarted when it ends by itself. */
export interface SupervisedPrism {
  /** The URL, which never changes: another process reads it only once. */
  readonly url: string;
  /** How it ended, when a restart failed; undefined otherwise. */
  readonly ending: () => string | undefined;
  /** Ends it for good, and resolves when its process and its files are gone. */
  readonly stop: () => Promise<void>;
}

/** Another process may use its port for a moment. */
const attempts = 5;

/**
 * Starts Prism with a document, and restarts it on the same port whenever it ends by itself.
 *
 * @param notify called with a line that states why it ended, and whether it was restarted
 * @throws Error when the first start fails
 */
export async function supervisePrism(
  document: JsonObject,
  notify: (line: string) => void,
): Promise<SupervisedPrism> {
  let prism: Prism = await startPrism(document);
  const { port } = prism;
  let stopping = false;
  let finalEnding: string | undefined;
  let restarting: Promise<void> = Promise.resolve();

  async function restart(ending: string): Promise<void> {
    let failure: unknown;
    for (let attempt = 0; attempt < attempts && !stopping; attempt += 1) {
      try {
        prism = await startPrism(document, port);
        watch();
        notify(`Prism, the server behind the mock, ended (${ending}) and was started again.`);
        return;
      } catch (error) {
        failure = error;
      }
    }
    if (stopping) return;
    const reason = failure instanceof Error ? failure.message : String(failure);
    finalEnding = `${ending}; starting it again failed: ${reason}`;
    notify(`Prism, the server behind the mock, ended (${ending}) and could not be started again: ${reason}`);
  }

  function watch(): void {
    void prism.ended.then((ending) => {
      if (!stopping) restarting = restart(ending);
    });
  }
  watch();

  return {
    url: `http://127.0.0.1:${port}`,
    ending: () => finalEnding,
    stop: async () => {
      stopping = true;
      await prism.stop();
      await restarting;
      await prism.stop();
    },
  };
}
