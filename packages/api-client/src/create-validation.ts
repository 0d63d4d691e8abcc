import type { Workflow } from "@np6/api-types";
import { createValidationBy, type Validation, type ValidationOptions } from "@np6/openapi-runtime/validate";
import { propertyNames, validators } from "./generated/validators.gen.ts";
import { checkWorkflow } from "./workflows/check-workflow.ts";

/** The bodies to check. At least one option is required. */
export interface Np6ValidationOptions extends ValidationOptions {
  /**
   * Check workflows and lists of nodes before they are sent. This includes mistakes that the schema allows, see
   * `checkWorkflow`. A problem is a `ConfigurationError`, and nothing is sent. Default: false.
   */
  readonly workflows?: boolean | undefined;
}

/** Largest number of problems, the same as for schemas. */
const mostProblems = 20;

/** Operations whose body is a workflow or a list of its nodes. */
const workflowOperations: ReadonlySet<string> = new Set([
  "createWorkflow",
  "replaceWorkflow",
  "replaceWorkflowNodes",
]);

/**
 * Makes the `validation` of a client: it checks bodies against the schemas of the spec, by generated code. It needs no
 * `eval`, so it runs on workerd and under a Content Security Policy too.
 * @example
 * const np6 = createClient({ apiKey, validation: createValidation({ requests: true, responses: true }) });
 */
export function createValidation(options: Np6ValidationOptions): Validation {
  const validation = {
    ...createValidationBy(validators, propertyNames, options),
    optionNames: ["requests", "responses", "workflows"],
  };
  if (Object(options).workflows !== true) return validation;
  const { checkRequest } = validation;
  return {
    ...validation,
    checkRequest: (operationId, mediaType, body) => {
      const problems = checkRequest?.(operationId, mediaType, body) ?? [];
      if (problems.length > 0 || !workflowOperations.has(operationId)) return problems;
      return checkWorkflow(body as Workflow).slice(0, mostProblems);
    },
  };
}
