import { join } from "node:path";
import { execa } from "execa";

/** A mock server in its own process. */
export interface MockProcess extends AsyncDisposable {
  readonly url: string;
  /** Resolves when the process has ended. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts the built mock of a checkout.
 * @param repository - absolute path of the checkout
 * @param words - its options, for example `--port 0`
 * @param show - called with every line of its log
 * @throws Error when it ends before it listens, with its log unless `show` got it
 */
export async function startMockProcess(
  repository: string,
  words: readonly string[],
  show?: (line: string) => void,
): Promise<MockProcess> {
  const program = join(repository, "packages/api-mock/bin/np6-mock.mjs");
  const child = execa(process.execPath, [program, ...words], {
    reject: false,
    all: true,
    buffer: false,
    stdin: "ignore",
  });
  const listening = Promise.withResolvers<string>();
  let details = show === undefined ? ":" : "; see above";
  const log = (async () => {
    for await (const line of child.iterable({ from: "all" })) {
      const url = /^np6-mock listens on (http:\S+)/.exec(line)?.[1];
      if (url !== undefined) listening.resolve(url);
      if (show === undefined) details += `\n${line}`;
      else show(line);
    }
  })();
  const ended = Promise.all([child, log]);
  ended.then(
    () => listening.reject(new Error(`the mock ended before it listened${details}`)),
    (cause: unknown) => listening.reject(new Error("the mock cannot be started", { cause })),
  );
  const stop = async (): Promise<void> => {
    child.kill("SIGTERM");
    await ended;
  };
  return { url: await listening.promise, stop, [Symbol.asyncDispose]: stop };
}
