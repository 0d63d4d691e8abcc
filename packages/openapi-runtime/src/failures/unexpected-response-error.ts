import type { SchemaProblem } from "../validation/validation.ts";
import { hide } from "./hide.ts";
import { type FailureContext, Np6Error } from "./np6-error.ts";

/**
 * A success status came with something that the spec does not declare, or that could not be read. The message says
 * what was expected and what came; the body is only in `bodyExcerpt`, because it may speak of persons.
 */
export class UnexpectedResponseError extends Np6Error {
  declare readonly kind: "unexpected-response";
  declare readonly status: number;
  /** The first 512 characters of the body as it came, with the key removed; empty when there was none. */
  declare readonly bodyExcerpt: string;
  /** Whether the answer broke off before its end; `cause` is what the platform said then. */
  readonly brokenOff: boolean;
  /** The rules of the spec that the body breaks: its kind (object, array …), and all when the client validates responses; at most 20. */
  readonly problems: readonly SchemaProblem[];

  constructor(
    message: string,
    context: FailureContext & { status: number },
    bodyExcerpt: string,
    brokenOff?: { readonly cause: unknown },
    problems: readonly SchemaProblem[] = [],
  ) {
    const facts = {
      kind: "unexpected-response",
      mayHaveRun: true,
      brokenOff: brokenOff !== undefined,
    } as const;
    super(message, context, brokenOff?.cause, facts);
    hide(this, { bodyExcerpt });
    this.brokenOff = brokenOff !== undefined;
    this.problems = problems;
  }

  override get name(): "UnexpectedResponseError" {
    return "UnexpectedResponseError";
  }
}
