/**
 * Gives an answer's connection back without reading its body. Not awaited, since the server decides when it is done, and
 * never throws: the body of another implementation of fetch may have no `cancel`.
 */
export function cancelBody({ body }: Pick<Response, "body">): void {
  try {
    body?.cancel().catch(() => undefined);
  } catch {
    // Then there is nothing that could be given back.
  }
}
