/** Short values such as `k` stand in many texts by chance; what is worth hiding is longer. In characters. */
const shortestKey = 8;

/** What stands in place of a key. */
export const removedKey = "(key-removed)";

/**
 * Makes what replaces every occurrence of the keys, also percent-encoded and as JSON text, wherever a client may have put one by
 * mistake. Keys of fewer than 8 characters are left: they would tear holes into text that has nothing to do with them.
 */
export function createKeyRemover(keys: readonly string[]): (text: string) => string {
  const spellings = keys
    .filter((key) => key.length >= shortestKey)
    .flatMap((key) => [key, encodeURIComponent(key), JSON.stringify(key).slice(1, -1)]);
  return (text) => spellings.reduce((cleaned, spelling) => cleaned.replaceAll(spelling, removedKey), text);
}
