import { asObject, isJsonObject, type JsonObject, resolveReference } from "@np6/openapi-document";
import { readSpecification, type Specification } from "../api/read-specification.ts";
import { listScenarios } from "../scenarios/list-scenarios.ts";
import { parseScenario } from "../scenarios/parse-scenario.ts";
import type { ScenarioDefinition } from "../scenarios/scenario-definition.ts";
import { startScenario } from "../scenarios/start-scenario.ts";
import { createValidator, type Validate } from "../schemas/create-validator.ts";
import { deriveMockDocument } from "./derive-mock-document.ts";
import { supervisePrism } from "./supervise-prism.ts";

/** Objects that all sessions of a mock share. Requests change nothing in it. */
export interface Engine {
  readonly specification: Specification;
  readonly scenarios: readonly ScenarioDefinition[];
  /** Made on first use: compiling schemas is slow, and most mocks do not need it. */
  readonly validator: () => Validate;
  readonly prismUrl: string;
  /** How its Prism ended for good; undefined otherwise. */
  readonly prismEnding: () => string | undefined;
  /** Ends Prism, and resolves when its process and its files are gone. */
  readonly stop: () => Promise<void>;
}

/**
 * Uses a Prism that already runs, in this process or another one, with the same document. Its starter also stops it.
 */
export function attachEngine(document: JsonObject, prismUrl: string): Engine {
  const specification = readSpecification(document);
  let validate: Validate | undefined;
  return {
    specification,
    validator: () => {
      validate ??= createValidator(document);
      return validate;
    },
    scenarios: listScenarios(specification),
    prismUrl,
    prismEnding: () => undefined,
    stop: async () => {},
  };
}

/**
 * Starts Prism with a document.
 *
 * @param document bundled OpenAPI 3.0 or 3.1 document
 * @param notify called when Prism ended by itself; default: prints to standard error
 * @param scenarios scenarios to be played; they are checked before Prism's slow start
 * @throws Error when the document cannot be used or Prism does not start; nothing is left running
 * @throws TypeError for an unknown scenario
 */
export async function startEngine(
  document: JsonObject,
  scenarios: readonly string[] = [],
  notify: (line: string) => void = warn,
): Promise<Engine> {
  const specification = readSpecification(document);
  // Prism would report it too, a second later.
  if (specification.operations.length === 0) throw new Error("No operations found in the document.");
  const definitions = listScenarios(specification);
  for (const scenario of scenarios) startScenario(definitions, parseScenario(scenario));
  const derived = deriveMockDocument(withoutJsonRequests(specification), specification.disguised);
  const prism = await supervisePrism(derived, notify);
  return { ...attachEngine(document, prism.url), prismEnding: prism.ending, stop: prism.stop };
}

function warn(line: string): void {
  process.stderr.write(`np6-mock: ${line}\n`);
}

/**
 * Copies the document without JSON request bodies. The mock checks them itself and never sends them to Prism, which
 * would report them as missing. Bodies of other media types stay, and become optional.
 */
function withoutJsonRequests({ document, json }: Specification): JsonObject {
  const paths = Object.entries(resolveReference(document, document.paths)).map(([path, value]) => {
    if (!path.startsWith("/")) return [path, value];
    const item = Object.entries(resolveReference(document, value)).map(([key, operation]) => {
      if (!isJsonObject(operation) || operation.requestBody === undefined) return [key, operation];
      const { requestBody, ...others } = operation;
      const { content } = resolveReference(document, requestBody);
      const kept = Object.entries(asObject(content)).filter(([mediaType]) => !json.has(mediaType));
      const body = kept.length === 0 ? {} : { requestBody: { content: Object.fromEntries(kept) } };
      return [key, { ...others, ...body }];
    });
    return [path, Object.fromEntries(item)];
  });
  return { ...document, paths: Object.fromEntries(paths) };
}
