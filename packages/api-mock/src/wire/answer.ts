/** A response to the client. */
export interface Answer {
  readonly status: number;
  /** Names and values alternately, as in node:http. */
  readonly rawHeaders: readonly string[];
  readonly body: Buffer;
  /** Rules that the request or the response breaks, one line each. */
  readonly violations: readonly string[];
}

/** Finds the value of a header by its lower-case name; the first of a repeated header. */
export function headerOf(rawHeaders: readonly string[], name: string): string | undefined {
  const index = rawHeaders.findIndex((text, at) => at % 2 === 0 && text.toLowerCase() === name);
  return index === -1 ? undefined : rawHeaders[index + 1];
}
