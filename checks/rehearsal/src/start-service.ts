import { join } from "node:path";
import { createInterface } from "node:readline";
import { execa } from "execa";

/** A server in its own process. */
export interface Service extends AsyncDisposable {
  readonly url: string;
}

/**
 * Starts a script of `checks/rehearsal/`, which prints its address as a line of JSON and ends with its input.
 * @throws Error with its output, when it ends before it is ready
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
