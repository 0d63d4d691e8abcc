/** The error of a wrong use of the command. Nothing was sent. */
export class CommandError extends Error {
  override readonly name = "CommandError";
}
