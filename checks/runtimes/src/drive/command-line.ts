import { join } from "node:path";
import type { RuntimeName } from "../suite/runtime-name.ts";

type OnCommandLine = Exclude<RuntimeName, "workerd" | "Chromium">;

const programs: Readonly<Record<OnCommandLine, readonly string[]>> = {
  "Node 20": ["node20/bin/node"],
  "Node 22": ["node22/bin/node"],
  "Node 24": ["node24/bin/node"],
  "Node 26": ["node26/bin/node"],
  Bun: ["@oven/bun-linux-x64/bin/bun", "run", "--no-install"],
  // Permissions: this machine's network and the client's own files only.
  Deno: [
    "@deno/linux-x64-glibc/deno",
    "run",
    "--no-prompt",
    "--no-remote",
    "--node-modules-dir=manual",
    "--allow-net=127.0.0.1,127.0.0.2",
    "--allow-read=node_modules",
  ],
};

/**
 * Returns the command that runs a file, without the file. It is run in the folder of the file.
 * @param folder - folder with the installed runtimes
 */
export function commandLine(runtime: OnCommandLine, folder: string): readonly string[] {
  const [program = "", ...args] = programs[runtime];
  return [join(folder, "node_modules", program), ...args];
}
