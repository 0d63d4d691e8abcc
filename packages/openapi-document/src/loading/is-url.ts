/** Whether a reference has a scheme and an authority, as `https://example.com/api.yaml` has. */
export function isUrl(reference: string): boolean {
  return /^[a-z][a-z\d+.-]*:\/\//i.test(reference);
}
