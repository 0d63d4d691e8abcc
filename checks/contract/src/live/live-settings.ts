import { readFileSync } from "node:fs";
import type { DocumentedOperation } from "../exchanges/documented-operations.ts";
import { isObject } from "../exchanges/independent-document.ts";

/** A requested call. */
export interface LiveCall {
  readonly operation: DocumentedOperation;
  readonly path: Readonly<Record<string, unknown>>;
  /** Undefined when the operation accepts none. */
  readonly body: unknown;
}

/** Settings of a live run: address, key and calls. */
export interface LiveSettings {
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly calls: readonly LiveCall[];
}

/**
 * Reads the settings of a live run: `NP6_BASE_URL`, `NP6_API_KEY`, `NP6_CONTRACT_OPERATIONS` (names, separated by
 * commas), and optionally `NP6_CONTRACT_INPUTS` (a JSON file with `path` and `body` by operation).
 *
 * @throws Error with the setting to correct; it never contains the key
 */
export function readLiveSettings(
  env: Readonly<Record<string, string | undefined>>,
  operations: readonly DocumentedOperation[],
): LiveSettings {
  const names = (env.NP6_CONTRACT_OPERATIONS ?? "").split(",").map((name) => name.trim());
  const named = names.filter((name) => name !== "");
  if (named.length === 0)
    throw new Error(`NP6_CONTRACT_OPERATIONS names no operation.\n${choices(operations)}`);
  const twice = named.find((name, index) => named.indexOf(name) !== index);
  // An operation that is called twice may execute twice.
  if (twice !== undefined) throw new Error(`NP6_CONTRACT_OPERATIONS names ${twice} twice.`);
  const chosen = named.map((name) => {
    const operation = operations.find(({ operationId }) => operationId === name);
    if (operation !== undefined) return operation;
    throw new Error(
      `NP6_CONTRACT_OPERATIONS: there is no operation ${JSON.stringify(name)}.\n${choices(operations)}`,
    );
  });
  const inputs = readInputs(env.NP6_CONTRACT_INPUTS);
  for (const name of Object.keys(inputs)) {
    if (!named.includes(name)) {
      throw new Error(
        `NP6_CONTRACT_INPUTS has ${JSON.stringify(name)}, which NP6_CONTRACT_OPERATIONS does not name.`,
      );
    }
  }
  return {
    baseUrl: needed(env, "NP6_BASE_URL"),
    apiKey: needed(env, "NP6_API_KEY"),
    calls: chosen.map((operation) => callOf(operation, inputs[operation.operationId] ?? {})),
  };
}

/** Whether an operation neither changes nor executes anything; RFC 9110, section 9.2.1. */
function isSafe({ method }: DocumentedOperation): boolean {
  return ["GET", "HEAD", "OPTIONS"].includes(method);
}

function choices(operations: readonly DocumentedOperation[]): string {
  const list = (safe: boolean) =>
    operations
      .filter((operation) => isSafe(operation) === safe)
      .map(({ operationId }) => operationId)
      .join(",") || "none";
  return `Only what it names is called. These read: ${list(true)}\nThese change or EXECUTE something: ${list(false)}`;
}

function needed(env: Readonly<Record<string, string | undefined>>, name: string): string {
  const value = env[name];
  if (value === undefined || value === "") throw new Error(`${name} is not set.`);
  return value;
}

type Input = { readonly path?: unknown; readonly body?: unknown };

function readInputs(file: string | undefined): Readonly<Record<string, Input>> {
  if (file === undefined || file === "") return {};
  try {
    const inputs: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (isObject(inputs) && Object.values(inputs).every(isObject)) return inputs as Record<string, Input>;
  } catch (error) {
    throw new Error(`NP6_CONTRACT_INPUTS: ${file} cannot be read as JSON.`, { cause: error });
  }
  throw new Error(`NP6_CONTRACT_INPUTS: ${file} must look like {"getWorkflowNodes": {"path": {"id": 12}}}.`);
}

/** Completes the inputs with the spec's own examples. */
function callOf(operation: DocumentedOperation, input: Input): LiveCall {
  const { operationId, pathParameters, requestBodies } = operation;
  const unknown = Object.keys(input).find((name) => name !== "path" && name !== "body");
  if (unknown !== undefined)
    throw new Error(
      `NP6_CONTRACT_INPUTS: ${operationId} has ${JSON.stringify(unknown)}; it can have path and body.`,
    );
  const path = isObject(input.path) ? input.path : {};
  const unknownName = Object.keys(path).find((name) => !(name in pathParameters));
  if (unknownName !== undefined)
    throw new Error(
      `NP6_CONTRACT_INPUTS: ${operationId} has no path parameter ${JSON.stringify(unknownName)}.`,
    );
  const example = Object.values(requestBodies[0]?.examples ?? {})[0];
  return { operation, path: { ...pathParameters, ...path }, body: "body" in input ? input.body : example };
}
