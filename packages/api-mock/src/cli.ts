import { createRequire } from "node:module";
import { readBundledDocument } from "./api/read-bundled-document.ts";
import { readSpecification, type Specification } from "./api/read-specification.ts";
import type { StartCommand } from "./cli/command-line.ts";
import { curlLines } from "./cli/curl-lines.ts";
import { readCommandLine } from "./cli/read-command-line.ts";
import { readSpecFile } from "./cli/read-spec-file.ts";
import { type Recording, recordExchanges } from "./har/record-exchanges.ts";
import { formatRequest } from "./requests/format-request.ts";
import { listScenarios } from "./scenarios/list-scenarios.ts";
import { startMockOf } from "./session/start-mock-of.ts";

/** Output of `np6-mock --help`. */
const helpText = `Usage: np6-mock [options]

Starts a mock of the NP6 API on this machine and logs each request. Ctrl-C stops it.

Options:
  --port <number>      port to listen on; default 0, a free one
  --host <address>     address to listen on; default 127.0.0.1, which only this machine can reach
  --spec <file>        bundled OpenAPI document (JSON or YAML); default: that of the NP6 API
  --scenario <text>    a fault of production to simulate, such as conflict or rate-limit,limit=5 or
                       reset-after,operation=executeWorkflow,times=1 or, by chance and the same in each run,
                       reset-after,probability=0.02,seed=7; can be repeated
  --latency <ms>       delay of each response in milliseconds, such as 200, or 200-800 for a random one
  --seed <number>      generate responses from the schemas; the same number generates the same ones
  --stateful           remember what is created, changed and deleted
  --cors               let pages of any origin call it; the real API documents no CORS
  --base-path <path>   path of a gateway before the API's own, such as /gateway/np6
  --record <file.har>  write the traffic to a HAR file, without the key; an older file is replaced
  --no-record-bodies   leave the bodies out of that file: they can contain personal data
  --replay <file.har>  respond from such a file, or a browser's, instead of the document's examples
  --proxy <url>        pass requests on to a real API, and report differences from the document
  --help               show this text
  --version            show the version
`;

/** Writes the message at the start: the mock's address, its operations, and its modes. */
function banner(
  specification: Specification,
  url: string,
  { proxy, record, scenarios }: Pick<StartCommand, "proxy" | "record" | "scenarios">,
): string {
  const curls = curlLines(specification.document, url).map(
    ({ operationId, line }) => `${operationId}\n  ${line}\n`,
  );
  const names = listScenarios(specification).map(({ name }) => name);
  return [
    `np6-mock listens on ${url} (Ctrl-C stops it; open it in a browser for a status page).`,
    proxy === undefined
      ? "Any key is accepted."
      : `Requests are passed on to ${proxy}, keys included, AND RUN THERE. Differences from the document are logged.`,
    ...(record === undefined ? [] : [`The traffic is written to ${record}, without the key.`]),
    ...(scenarios.length === 0 ? [] : [`Active scenarios: ${scenarios.join("; ")}`]),
    `Scenarios (--scenario, or the header X-NP6-Mock-Scenario): ${names.join(", ")}`,
    "To try it:",
    "",
    ...curls,
    "",
  ].join("\n");
}

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
    // After the mock listens, because a failed start must not replace an older recording.
    if (record !== undefined) {
      recording = await recordExchanges(record, { name: "np6-mock", version }, specification, recordBodies);
    }
  } catch (error) {
    await mock.close();
    throw error;
  }
  let stopping = false;
  const stop = (): void => {
    // Ctrl-C can arrive twice: from the terminal, and forwarded by the package manager.
    if (stopping) return;
    stopping = true;
    mock
      .close()
      .then(() => recording?.close())
      .then(() => process.stdout.write("np6-mock has stopped.\n"), report);
  };
  process.on("SIGINT", stop).on("SIGTERM", stop).on("SIGHUP", stop);
  // The reader of the log closed the pipe (`np6-mock | head`).
  process.stdout.once("error", stop);
  process.stdout.write(banner(specification, mock.url, command));
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
