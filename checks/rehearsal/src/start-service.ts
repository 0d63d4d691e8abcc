import { join } from "node:path";
import { createInterface } from "node:readline";
import { execa } from "execa";

/** A server in a process of its own. */
export interface Service extends AsyncDisposable {
  readonly url: string;
}

/**
 * Starts one of the scripts of `checks/rehearsal/`, which print their address as a line of JSON and end with their standard input.
 * @throws Error with what it said, when it ends before it is ready
 */
export async function startService(
  script: string,
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Service> {
  const child = execa(process.execPath, [script, ...words], {
    cwd: join(import.meta.dirname, ".."),
    env,
    reject: false,
    all: true,
    stdin: "pipe",
  });
  const lines = createInterface({ input: child.stdout });
  const url = await new Promise<string>((resolve, reject) => {
    lines.on("line", (line) => {
      if (line.startsWith('{"url":')) resolve((JSON.parse(line) as { url: string }).url);
    });
    void child.then(({ all }) => reject(new Error(`${script} did not start:\n${all}`)));
  });
  return {
    url,
    async [Symbol.asyncDispose]() {
      child.stdin.end();
      await child;
    },
  };
}
