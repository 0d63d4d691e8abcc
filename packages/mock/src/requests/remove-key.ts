/** Short values such as `k` stand in many texts by chance; what is worth hiding is longer. In characters. */
const shortestKey = 8;

/** What stands in place of a key. */
export const removedKey = "(key-removed)";

/**
 * Replaces every occurrence of the keys, also percent-encoded and as JSON text, wherever a client may have put one by
 * mistake. Keys of fewer than 8 characters are left: they would tear holes into text that has nothing to do with them.
 */
export function removeKey(text: string, keys: readonly string[]): string {
  return keys
    .filter((key) => key.length >= shortestKey)
    .flatMap((key) => [key, encodeURIComponent(key), JSON.stringify(key).slice(1, -1)])
    .reduce((cleaned, key) => cleaned.replaceAll(key, removedKey), text);
}
