/**
 * Bad input: the address, the file, the document or the list of accepted differences cannot be used.
 *
 * The message stands alone: it names the input, what is wrong with it, and the way out. It is what the command line
 * prints, without a stack trace. Any other error is a defect of the command.
 */
export class UpstreamError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "UpstreamError";
  }
}
