import { createRequire } from "node:module";
import { curlLines } from "./curl-lines.ts";
import { readBundledDocument } from "./read-bundled-document.ts";
import { helpText, readCommandLine } from "./read-command-line.ts";
import { readSpecification } from "./read-specification.ts";
import { formatRequest } from "./requests/format-request.ts";
import { startMockOf } from "./start-mock-of.ts";

async function start(port: number, host: string): Promise<void> {
  const document = await readBundledDocument();
  const mock = await startMockOf(document, {
    port,
    host,
    onExchange: (request) => process.stdout.write(formatRequest(request)),
  });
  let stopping = false;
  const stop = (): void => {
    // A Ctrl-C can come twice: from the terminal, and passed on by the package manager that runs this.
    if (stopping) return;
    stopping = true;
    mock.close().then(() => process.stdout.write("np6-mock has stopped.\n"), report);
  };
  process.on("SIGINT", stop).on("SIGTERM", stop);
  // The reader of the log went away (`np6-mock | head`).
  process.stdout.once("error", stop);
  process.stdout.write(
    `np6-mock listens on ${mock.url} (Ctrl-C stops it). Any key is accepted. To try it:\n\n` +
      `${curlLines(document, mock.url)}\n`,
  );
}

function report(error: unknown): void {
  process.stderr.write(`np6-mock: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

try {
  const commandLine = readCommandLine(process.argv.slice(2));
  switch (commandLine.command) {
    case "help":
      process.stdout.write(helpText);
      break;
    case "version":
      process.stdout.write(`${createRequire(import.meta.url)("../package.json").version}\n`);
      break;
    case "start":
      await start(commandLine.port, commandLine.host);
      break;
  }
} catch (error) {
  report(error);
}
