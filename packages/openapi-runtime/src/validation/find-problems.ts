import { describeField, looksLikeName, memberAccess } from "./describe-field.ts";
import type { SchemaProblem } from "./validation.ts";

/** A rule that a value breaks, as a generated validator reports it. */
export interface BrokenRule {
  /** JSON Pointer (RFC 6901) to the value. */
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message: string;
  /** Set when it is the name of a member that breaks a rule. */
  readonly propertyName?: string;
}

/** A generated validator; after `false`, `errors` says what is wrong. */
export interface BodyValidator {
  (body: unknown): boolean;
  readonly errors?: readonly BrokenRule[] | null;
}

/** How many problems a failure has at most. */
const mostProblems = 20;

/**
 * Checks a body.
 * @param validator - undefined where the spec says nothing of the body
 * @param propertyNames - names that the spec has, and that may therefore be told
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
 * Leaves out what another problem says better. Such is what is wrong with each arm of a union that fits none. The
 * union's own problem comes right behind, and knows how many they are. Such are also that a condition's consequence is
 * not met, why a name is no good, and what else a value is not whose type is wrong.
 */
function withoutConsequences(rules: readonly BrokenRule[]): BrokenRule[] {
  const kept: BrokenRule[] = [];
  for (let index = rules.length - 1; index >= 0; index -= 1) {
    const rule = rules[index];
    if (rule === undefined) continue;
    if (rule.keyword !== "if" && rule.propertyName === undefined) kept.unshift(rule);
    if (typeof rule.params.arms === "number") index -= rule.params.arms;
  }
  const ofWrongType = new Set(
    kept.filter(({ keyword }) => keyword === "type").map(({ instancePath }) => instancePath),
  );
  return kept.filter(({ keyword, instancePath }) => keyword === "type" || !ofWrongType.has(instancePath));
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
