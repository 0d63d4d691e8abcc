import type { Workflow } from "@np6/api-types";
import { createValidationBy, type Validation, type ValidationOptions } from "@np6/openapi-runtime/validate";
import { propertyNames, validators } from "./generated/validators.gen.ts";
import { checkWorkflow } from "./workflows/check-workflow.ts";

/** What to check. At least one is needed. */
export interface Np6ValidationOptions extends ValidationOptions {
  /**
   * Check workflows and lists of nodes before they are sent, also for what their schema lets through: `checkWorkflow` says what. A
   * problem is a `ConfigurationError`, and nothing is sent. Default: false.
   */
  readonly workflows?: boolean | undefined;
}

/** As many as the schemas' problems. */
const mostProblems = 20;

/** Operations whose body is a workflow or a list of its nodes. */
const ofWorkflows: ReadonlySet<string> = new Set([
  "createWorkflow",
  "replaceWorkflow",
  "replaceWorkflowNodes",
]);

/**
 * Makes the `validation` of a client: bodies are checked against the schemas of the spec, by code that was generated
 * from them. It needs no `eval`, so it runs on workerd and under a Content Security Policy too.
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
      if (problems.length > 0 || !ofWorkflows.has(operationId)) return problems;
      return checkWorkflow(body as Workflow).slice(0, mostProblems);
    },
  };
}
