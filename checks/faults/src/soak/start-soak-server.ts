import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { SoakLedger } from "./soak-ledger.ts";
import { checkSoakOptions, type SoakOptions } from "./soak-options.ts";

/** The soak service in its own process, so that its memory and sockets are separate from the client's. */
export interface SoakServer {
  readonly url: string;
  /** Returns its current ledger. */
  ledger(): Promise<SoakLedger>;
  /** Ends the process. It also ends with this process. */
  close(): Promise<void>;
}

/**
 * Starts the soak service in another process.
 * @throws TypeError when an option is invalid; Error when the process ends before it is ready
 */
export async function startSoakServer(options: SoakOptions): Promise<SoakServer> {
  checkSoakOptions(options);
  const child = fork(
    fileURLToPath(new URL("./soak-process.ts", import.meta.url)),
    [JSON.stringify(options)],
    {
      // Without the caller's own flags, which may be for a debugger or a test runner.
      execArgv: [],
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    },
  );
  const { url } = await nextMessage<{ url: string }>(child);
  return {
    url,
    async ledger() {
      child.send("ledger");
      const { ledger } = await nextMessage<{ ledger: SoakLedger }>(child);
      return ledger;
    },
    async close() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exit = once(child, "exit");
      child.disconnect();
      await exit;
    },
  };
}

function nextMessage<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const onMessage = (message: unknown) => {
      child.off("exit", onExit);
      resolve(message as T);
    };
    const onExit = (code: number | null) => {
      child.off("message", onMessage);
      reject(new Error(`The soak server ended with exit code ${code}; its own message is above.`));
    };
    child.once("message", onMessage);
    child.once("exit", onExit);
  });
}
