/** Matches an absolute URI with an authority at the beginning of a target. */
const absoluteForm = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i;

/**
 * Converts a request's target to origin form: a server must accept the absolute form with any host (RFC 9112, section
 * 3.2.2). The asterisk form stays.
 */
export function originForm(target: string): string {
  const rest = target.replace(absoluteForm, "");
  return rest === target || rest.startsWith("/") ? rest : `/${rest}`;
}
