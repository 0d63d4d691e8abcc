/** Whether a reference has a scheme and an authority, like `https://example.com/api.yaml`. */
export function isUrl(reference: string): boolean {
  return /^[a-z][a-z\d+.-]*:\/\//i.test(reference);
}
