import { createInterface } from "node:readline";
import { rehearsalEnvironment } from "@np6/tools/rehearsal-environment";
import { execa } from "execa";
import type { Service } from "./start-service.ts";

/**
 * Starts the mock of the repository's copy, as it is built there, on a free port: what is published last is what it checks against.
 * @param folder - the copy
 */
export async function startCopiedMock(folder: string): Promise<Service> {
  const child = execa("node", ["packages/api-mock/bin/np6-mock.mjs", "--port", "0"], {
    cwd: folder,
    env: rehearsalEnvironment(),
    extendEnv: false,
    reject: false,
    all: true,
    stdin: "ignore",
  });
  const lines = createInterface({ input: child.stdout });
  const url = await new Promise<string>((resolve, reject) => {
    lines.on("line", (line) => {
      const [, address] = /listens on (\S+)/.exec(line) ?? [];
      if (address !== undefined) resolve(address);
    });
    void child.then(({ all }) => reject(new Error(`The mock did not start:\n${all}`)));
  });
  const stop = async (): Promise<void> => {
    child.kill("SIGTERM");
    await child;
  };
  return { url, stop };
}
