import { failedItems, isNp6Error, type Np6Failure } from "@np6/api-client";
import { nearestName } from "../workflows/nearest-name.ts";
import type { AnyClient, CallInput, CommandApi } from "./command-api.ts";
import { CommandError } from "./command-error.ts";
import { confirm } from "./confirm.ts";
import { type DescribedOperation, describeOperations } from "./described-operation.ts";
import { exitCode } from "./exit-code.ts";
import { helpText, operationHelp } from "./help-text.ts";
import { readCall } from "./read-call.ts";
import type { Terminal } from "./terminal.ts";

/** Runs the command. @returns the exit code */
export async function runCli(args: readonly string[], api: CommandApi, terminal: Terminal): Promise<number> {
  const [first, ...rest] = args;
  const operations = describeOperations(api.document);
  if (first === undefined || ["--help", "-h", "help"].includes(first)) {
    terminal.out(helpText(api, operations));
    return first === undefined ? 1 : 0;
  }
  if (first === "--version") {
    terminal.out(`${api.version}\n`);
    return 0;
  }
  try {
    return await callOperation(named(first, operations), rest, api, terminal);
  } catch (error) {
    if (isNp6Error(error)) return printFailure(error, terminal);
    const isKnown = error instanceof CommandError;
    terminal.printMessage(`${isKnown ? error.message : (error as Error).stack}\n`);
    return 1;
  }
}

function named(name: string, operations: readonly DescribedOperation[]): DescribedOperation {
  const operation = operations.find((candidate) => candidate.name === name);
  if (operation !== undefined) return operation;
  const names = operations.map((operation) => operation.name);
  const nearest = nearestName(name, names);
  const hint = nearest === undefined ? `There are: ${names.join(", ")}.` : `Did you mean ${nearest}?`;
  throw new CommandError(`There is no operation ${JSON.stringify(name)}. ${hint}`);
}

async function callOperation(
  operation: DescribedOperation,
  args: readonly string[],
  api: CommandApi,
  terminal: Terminal,
): Promise<number> {
  const { name } = operation;
  const { environment, out, printMessage } = terminal;
  if (args.includes("--help") || args.includes("-h")) {
    out(operationHelp(api, operation));
    return 0;
  }
  const typed = await readCall(operation, args, api, terminal.stdin);
  const baseUrl = typed.baseUrl ?? environment.NP6_BASE_URL;
  if (!baseUrl) throw new CommandError("There is no address. Add --base-url URL, or set NP6_BASE_URL.");
  const key = environment.NP6_API_KEY;
  const client = api.connect({ apiKey: () => key ?? "", baseUrl, isChecked: typed.isChecked });
  const call = await client.dryRun[name]?.(typed.input);
  if (call === undefined) throw new Error(`The client has no operation ${name}.`);
  if (typed.isDryRun) {
    out(`${JSON.stringify({ ...call, body: shownBody(call.body) }, null, 2)}\n`);
    return 0;
  }
  if (!key) throw new CommandError("There is no key. Set NP6_API_KEY.");
  const reachesPeople = api.table.operations[name]?.contactsPeople === true;
  if (reachesPeople && !typed.isConfirmed) {
    const { body } = typed.input;
    const isInteractive = terminal.isInteractive && !typed.isStdinUsed;
    await confirm(call, Array.isArray(body) ? body.length : undefined, { ...terminal, isInteractive });
  }
  const data = await interruptible(client, name, typed.input, terminal);
  if (data instanceof Blob) out(new Uint8Array(await data.arrayBuffer()));
  else if (data !== undefined) out(`${JSON.stringify(data, null, 2)}\n`);
  const failed = reachesPeople && typeof data === "object" && data !== null ? failedItems(data).length : 0;
  if (failed > 0) printMessage(`The call succeeded, but ${failed} of its items failed.\n`);
  return failed > 0 ? 2 : 0;
}

/** Makes the call; Ctrl-C aborts it. */
async function interruptible(
  client: AnyClient,
  name: string,
  input: CallInput,
  { onInterrupt }: Terminal,
): Promise<unknown> {
  const stop = new AbortController();
  const end = onInterrupt(() => stop.abort());
  try {
    const method = client[name] as (input: object) => Promise<unknown>;
    return await method({ ...input, signal: stop.signal });
  } finally {
    end();
  }
}

/** Parses a JSON body, so that it is not shown as an escaped string. */
function shownBody(body: unknown): unknown {
  if (typeof body !== "string") return body instanceof Blob ? `${body.size} bytes` : body;
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

/** Prints a failure with the server's body, because the user made this call. */
function printFailure(failure: Np6Failure, { printMessage }: Terminal): number {
  printMessage(`${failure.message}\n`);
  const body: unknown = "body" in failure ? failure.body : undefined;
  if (body !== undefined)
    printMessage(`${typeof body === "string" ? body : JSON.stringify(body, null, 2)}\n`);
  for (const { field, message } of "problems" in failure ? failure.problems : [])
    printMessage(`  ${field}: ${message}\n`);
  return exitCode(failure);
}
