import { join } from "node:path";
import { execa } from "execa";

/** A mock server in a process of its own. */
export interface MockProcess {
  readonly url: string;
  /** Resolves when it is gone. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts the built mock of a checkout and shows its log.
 * @param repository - absolute path of the checkout
 * @param port - where it listens; 0 for any free port
 * @throws Error when it ends before it listens
 */
export async function startMockProcess(
  repository: string,
  port: number,
  show: (line: string) => void,
): Promise<MockProcess> {
  const words = [join(repository, "packages/api-mock/bin/np6-mock.mjs"), "--port", String(port)];
  const child = execa(process.execPath, words, { reject: false, all: true, buffer: false, stdin: "ignore" });
  const listening = Promise.withResolvers<string>();
  const log = (async () => {
    for await (const line of child.iterable({ from: "all" })) {
      const url = /^np6-mock listens on (http:\S+)/.exec(line)?.[1];
      if (url !== undefined) listening.resolve(url);
      show(line);
    }
  })();
  const ended = Promise.all([child, log]);
  ended.then(
    () => listening.reject(new Error("the mock ended before it listened; see above")),
    (cause: unknown) => listening.reject(new Error("the mock could not be started", { cause })),
  );
  return {
    url: await listening.promise,
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}
