/** Removes the key from a text that a server may have echoed. */
export function removeKey(text: string, key: string | undefined): string {
  return key ? text.replaceAll(key, "[key]") : text;
}
