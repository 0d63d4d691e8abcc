/** An absolute URI with an authority, as far as a request's target can be one. */
const absoluteForm = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i;

/**
 * Brings a request's target into origin form: a server must accept the absolute form, whatever host it names (RFC 9112, section
 * 3.2.2). The asterisk form stays.
 */
export function originForm(target: string): string {
  const rest = target.replace(absoluteForm, "");
  return rest === target || rest.startsWith("/") ? rest : `/${rest}`;
}
