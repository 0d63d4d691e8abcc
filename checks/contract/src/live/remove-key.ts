/** Takes the key out of a text that a server may have echoed it in. */
export function removeKey(text: string, key: string | undefined): string {
  return key ? text.replaceAll(key, "[key]") : text;
}
