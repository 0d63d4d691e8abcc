import { resolveReference } from "@np6/openapi-document";
import type { Operation, Specification } from "../api/read-specification.ts";
import type { Validate } from "../schemas/create-validator.ts";
import { type ReadJson, readJson } from "./read-json.ts";
import type { Violation } from "./violation.ts";

/** Result of checking a request's body. */
export interface CheckedBody {
  /** The parsed body; undefined when there is none, or it is not JSON. */
  readonly value: unknown;
  readonly violations: readonly Violation[];
}

/** Sources of the rules for bodies. */
export interface BodyRules {
  readonly specification: Specification;
  readonly validator: () => Validate;
}

/**
 * Checks a request's JSON body against the schema of its media type. The mock does this itself: Prism uses one schema
 * for all JSON media types, needs seconds for a large invalid body, and crashes on some bodies.
 *
 * @param mediaType as the document declares it; undefined without a body
 * @param isJson whether the media type is JSON; Prism checks other bodies
 */
export function checkRequestBody(
  { specification: { document }, validator }: BodyRules,
  operation: Operation,
  body: Buffer,
  mediaType: string | undefined,
  isJson: boolean,
): CheckedBody {
  const { required, content } = resolveReference(document, operation.described.requestBody);
  if (mediaType === undefined) {
    const missing = {
      location: ["request"],
      severity: "Error",
      code: "required",
      message: "Body parameter is required",
    } as const;
    return { value: undefined, violations: required === true ? [missing] : [] };
  }
  const read = readJson(body);
  if (!isJson) return { value: read.value, violations: [] };
  if (read.fault !== undefined) return { value: undefined, violations: [notJson(read)] };
  const { schema = true } = resolveReference(document, resolveReference(document, content)[mediaType]);
  const problems = validator()(schema, read.value, "request");
  return {
    value: read.value,
    violations: problems.map(({ path, keyword, message }) => ({
      location: ["request", "body", ...path],
      severity: "Error",
      code: keyword,
      message: `Request body ${path.length === 0 ? "" : `property ${path.join(".")} `}${message}`,
    })),
  };
}

function notJson({ fault }: ReadJson): Violation {
  return {
    location: ["request", "body"],
    severity: "Error",
    code: "json",
    message: `Request body must be JSON: ${fault}`,
  };
}
