/**
 * Sets fields that can be read and that nothing lists: what copies or prints an error's own fields, as loggers and
 * `console.error` do, must not get what an answer says of persons.
 */
export function hide(error: Error, fields: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(fields)) {
    Object.defineProperty(error, name, { value, enumerable: false, configurable: true });
  }
}
