/** An error in the input of a command. The message names the input, the rule, and the way out. */
export class InputError extends Error {
  override readonly name = "InputError";
}
