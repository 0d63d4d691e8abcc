/** The command was used wrongly. Nothing was sent. */
export class CommandError extends Error {
  override readonly name = "CommandError";
}
