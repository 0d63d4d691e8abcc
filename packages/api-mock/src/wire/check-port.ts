/**
 * Checks a port number.
 *
 * @throws TypeError when it is not an integer from 0 to 65535
 */
export function checkPort(port: number): void {
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new TypeError(`port ${port} is not a port: use an integer from 1 to 65535, or 0 for a free one.`);
  }
}
