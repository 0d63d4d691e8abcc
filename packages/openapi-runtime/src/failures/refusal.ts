import type { SchemaProblem } from "../validation/validation.ts";
import type { FailureContext } from "./failure.ts";

/**
 * Why the client does not do something that it was asked for. It is thrown where the reason is found, which knows no API, and
 * becomes a `ConfigurationError` of the client's own where it leaves the client.
 */
export class Refusal extends Error {
  readonly context: FailureContext | undefined;
  readonly problems: readonly SchemaProblem[] | undefined;

  /** @param context - the call, for the message and the fields */
  constructor(
    message: string,
    context?: FailureContext,
    cause?: unknown,
    problems?: readonly SchemaProblem[],
  ) {
    super(message, { cause });
    this.context = context;
    this.problems = problems;
  }
}

/** What a failure tells of a call whose code is wrong: another input would fail as well. */
export function inCode(context: FailureContext | undefined): FailureContext {
  return { ...context, next: "fix-setup" };
}
