import { parseArgs } from "node:util";
import { checkUpstreamUrl } from "../proxy/check-upstream-url.ts";
import { parseScenario } from "../scenarios/parse-scenario.ts";
import { checkBasePath } from "../wire/base-path.ts";
import { checkPort } from "../wire/check-port.ts";
import type { CommandLine } from "./command-line.ts";

/**
 * Reads the arguments of `np6-mock`.
 *
 * @throws TypeError that names the invalid argument
 */
export function readCommandLine(args: readonly string[]): CommandLine {
  const { values } = parseArgs({
    args: [...args],
    strict: true,
    options: {
      port: { type: "string", default: "0" },
      host: { type: "string", default: "127.0.0.1" },
      spec: { type: "string" },
      scenario: { type: "string", multiple: true, default: [] },
      latency: { type: "string" },
      seed: { type: "string" },
      stateful: { type: "boolean", default: false },
      cors: { type: "boolean", default: false },
      "base-path": { type: "string", default: "" },
      record: { type: "string" },
      "no-record-bodies": { type: "boolean", default: false },
      proxy: { type: "string" },
      replay: { type: "string" },
      help: { type: "boolean", default: false },
      version: { type: "boolean", default: false },
    },
  });
  if (values.help) return { command: "help" };
  if (values.version) return { command: "version" };
  const { host, spec, stateful, cors, record, proxy, replay, seed, latency } = values;
  if (host === "") throw new TypeError("--host is empty: use an address such as 127.0.0.1.");
  if (record !== undefined && !/[^/\\]\.har$/i.test(record)) {
    throw new TypeError(`--record "${record}" is replaced when it exists, so its name must end in .har.`);
  }
  if (proxy !== undefined && (stateful || seed !== undefined)) {
    throw new TypeError("--proxy passes requests on to a real API: leave out --stateful and --seed.");
  }
  if (replay !== undefined && (proxy !== undefined || stateful || seed !== undefined)) {
    throw new TypeError("--replay responds from a recording: leave out --proxy, --stateful and --seed.");
  }
  const paces = latency === undefined ? [] : [latencyScenario(latency)];
  return {
    command: "start",
    port: readPort(values.port),
    host,
    spec,
    scenarios: [...about("--scenario", () => values.scenario.map(checked)), ...paces],
    seed: seed === undefined ? undefined : readNumber("--seed", seed),
    stateful,
    cors,
    basePath: about("--base-path", () => checkBasePath(values["base-path"])),
    record,
    recordBodies: !values["no-record-bodies"],
    replay,
    proxy: proxy === undefined ? undefined : about("--proxy", () => checkUpstreamUrl(proxy)),
  };
}

function readPort(text: string): number {
  if (!/^\d+$/.test(text)) {
    throw new TypeError(
      `--port "${text}" is not a port: use an integer from 1 to 65535, or 0 for a free one.`,
    );
  }
  const port = Number(text);
  checkPort(port);
  return port;
}

function readNumber(option: string, text: string): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(number)) return number;
  throw new TypeError(`${option} "${text}" is not valid: use a whole number of at least 0.`);
}

/** Converts `200` or `200-800`, in milliseconds, to the scenario `latency`. */
function latencyScenario(text: string): string {
  const [, least, most = least] = /^(\d+)(?:-(\d+))?$/.exec(text) ?? [];
  if (least === undefined || Number(most) < Number(least)) {
    throw new TypeError(
      `--latency "${text}" is not valid: use milliseconds, such as 200, or a range, such as 200-800.`,
    );
  }
  return `latency,milliseconds=${least},jitter=${Number(most) - Number(least)}`;
}

function checked(text: string): string {
  parseScenario(text);
  return text;
}

/** Adds the option's name to an error message. */
function about<Value>(option: string, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    throw new TypeError(`${option}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}
