import { describeField, looksLikeName, memberAccess } from "./describe-field.ts";
import type { SchemaProblem } from "./validation.ts";

/** A rule that a value breaks, as a generated validator reports it. */
export interface BrokenRule {
  /** JSON Pointer (RFC 6901) to the value. */
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message: string;
  /** Set when the name of a member breaks the rule. */
  readonly propertyName?: string;
}

/** A generated validator; after `false`, `errors` lists the broken rules. */
export interface BodyValidator {
  (body: unknown): boolean;
  readonly errors?: readonly BrokenRule[] | null;
}

/** Largest number of problems in a failure. */
const mostProblems = 20;

/**
 * Checks a body.
 * @param validator - undefined when the spec has no schema for the body
 * @param propertyNames - names of the spec, which may appear in messages
 */
export function findProblems(
  validator: BodyValidator | undefined,
  body: unknown,
  propertyNames: ReadonlySet<string>,
): readonly SchemaProblem[] {
  if (validator === undefined || validator(body)) return [];
  return withoutConsequences(validator.errors ?? [])
    .slice(0, mostProblems)
    .map((broken) => describe(broken, body, propertyNames));
}

/**
 * Removes problems that another problem explains better: an unmet condition (`if`), an invalid name, and other rules
 * for a value of the wrong type. For a union without a fitting arm, its own problem remains. It follows the problems of
 * its arms, and has their number.
 */
function withoutConsequences(rules: readonly BrokenRule[]): BrokenRule[] {
  const kept: BrokenRule[] = [];
  for (let index = rules.length - 1; index >= 0; index -= 1) {
    const rule = rules[index];
    if (rule === undefined) continue;
    if (rule.keyword !== "if" && rule.propertyName === undefined) kept.unshift(rule);
    if (typeof rule.params.arms === "number") index -= rule.params.arms;
  }
  const wrongTypePaths = new Set(
    kept.filter(({ keyword }) => keyword === "type").map(({ instancePath }) => instancePath),
  );
  return kept.filter(({ keyword, instancePath }) => keyword === "type" || !wrongTypePaths.has(instancePath));
}

function describe(
  { instancePath, keyword, params, message }: BrokenRule,
  body: unknown,
  propertyNames: ReadonlySet<string>,
): SchemaProblem {
  const { missingProperty, additionalProperty, unevaluatedProperty } = params;
  const unwelcome = additionalProperty ?? unevaluatedProperty;
  let field = describeField(instancePath, body, propertyNames);
  let problem = message;
  if (typeof missingProperty === "string") {
    field += memberAccess(missingProperty, true);
    problem = "is required";
  } else if (typeof unwelcome === "string") {
    field += memberAccess(unwelcome, looksLikeName(unwelcome));
    problem = "is not allowed here";
  } else if (keyword === "false schema") problem = "is not allowed here";
  return { field, rule: keyword, message: `\`${field}\` ${problem} (rule: ${keyword})` };
}
