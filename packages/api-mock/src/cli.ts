import { createRequire } from "node:module";
import { readBundledDocument } from "./api/read-bundled-document.ts";
import { readSpecification } from "./api/read-specification.ts";
import { banner } from "./cli/banner.ts";
import type { StartCommand } from "./cli/command-line.ts";
import { helpText } from "./cli/help-text.ts";
import { readCommandLine } from "./cli/read-command-line.ts";
import { readSpecFile } from "./cli/read-spec-file.ts";
import { type Recording, recordExchanges } from "./har/record-exchanges.ts";
import { formatRequest } from "./requests/format-request.ts";
import { startMockOf } from "./session/start-mock-of.ts";

const { version } = createRequire(import.meta.url)("../package.json") as { readonly version: string };

async function start(command: StartCommand): Promise<void> {
  const { spec, record, recordBodies, seed, replay, ...options } = command;
  const document = spec === undefined ? await readBundledDocument() : await readSpecFile(spec);
  const specification = readSpecification(document);
  let recording: Recording | undefined;
  const mock = await startMockOf(document, {
    ...options,
    ...(seed === undefined ? {} : { seed }),
    ...(replay === undefined ? {} : { replay }),
    onExchange: (request, wire) => {
      process.stdout.write(formatRequest(request));
      recording?.add(mock.url, request, wire);
    },
  });
  try {
    // Not before the mock listens: a start that fails must not replace an older recording.
    if (record !== undefined) {
      recording = await recordExchanges(record, { name: "np6-mock", version }, specification, recordBodies);
    }
  } catch (error) {
    await mock.close();
    throw error;
  }
  let stopping = false;
  const stop = (): void => {
    // A Ctrl-C can come twice: from the terminal, and passed on by the package manager that runs this.
    if (stopping) return;
    stopping = true;
    mock
      .close()
      .then(() => recording?.close())
      .then(() => process.stdout.write("np6-mock has stopped.\n"), report);
  };
  process.on("SIGINT", stop).on("SIGTERM", stop).on("SIGHUP", stop);
  // The reader of the log went away (`np6-mock | head`).
  process.stdout.once("error", stop);
  process.stdout.write(banner(document, specification, mock.url, command));
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
      process.stdout.write(`${version}\n`);
      break;
    case "start":
      await start(commandLine);
      break;
  }
} catch (error) {
  report(error);
}
