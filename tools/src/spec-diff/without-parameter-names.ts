/** A path template, whatever its parameters are called: `/orders/{id}` and `/orders/{orderId}` are one. */
export function withoutParameterNames(path: string): string {
  return path.replaceAll(/\{[^}]*\}/g, "{}");
}
