/** An answer on its way to the client. */
export interface Answer {
  readonly status: number;
  /** Names and values in turn, as node:http takes them. */
  readonly rawHeaders: readonly string[];
  readonly body: Buffer;
  /** What the request or the answer breaks, one line each. */
  readonly violations: readonly string[];
}

/** The value of a header, by its lower-case name; of a repeated one the first. */
export function headerOf(rawHeaders: readonly string[], name: string): string | undefined {
  const index = rawHeaders.findIndex((text, at) => at % 2 === 0 && text.toLowerCase() === name);
  return index === -1 ? undefined : rawHeaders[index + 1];
}
