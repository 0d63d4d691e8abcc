/** A command was given something that it cannot use. The message names it, the rule, and the way out. */
export class InputError extends Error {
  override readonly name = "InputError";
}
