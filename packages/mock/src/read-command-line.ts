import { parseArgs } from "node:util";
import { checkPort } from "./check-port.ts";

/** What a command line asks for. */
export type CommandLine =
  | { readonly command: "help" }
  | { readonly command: "version" }
  | { readonly command: "start"; readonly port: number; readonly host: string };

/** The text of `np6-mock --help`. */
export const helpText = `Usage: np6-mock [options]

Starts a mock of the NP6 API on this machine and logs each request. Ctrl-C stops it.

Options:
  --port <number>   port to listen on; default 0, a free one
  --host <address>  address to listen on; default 127.0.0.1, which only this machine can reach
  --help            show this text
  --version         show the version
`;

/**
 * Reads the arguments of `np6-mock`.
 *
 * @throws TypeError that names the argument which is not understood
 */
export function readCommandLine(args: readonly string[]): CommandLine {
  const { values } = parseArgs({
    args: [...args],
    strict: true,
    options: {
      port: { type: "string", default: "0" },
      host: { type: "string", default: "127.0.0.1" },
      help: { type: "boolean", default: false },
      version: { type: "boolean", default: false },
    },
  });
  if (values.help) return { command: "help" };
  if (values.version) return { command: "version" };
  if (!/^\d+$/.test(values.port)) {
    throw new TypeError(
      `--port "${values.port}" is not a port: give an integer from 1 to 65535, or 0 for a free one.`,
    );
  }
  const port = Number(values.port);
  checkPort(port);
  if (values.host === "") throw new TypeError("--host is empty: give an address such as 127.0.0.1.");
  return { command: "start", port, host: values.host };
}
