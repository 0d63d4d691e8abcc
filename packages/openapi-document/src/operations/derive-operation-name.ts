/**
 * Derives a name for an operation without operationId: `GET /orders/{id}/items` becomes `getOrdersByIdItems`.
 *
 * @param method HTTP method in any case
 * @param path path template
 */
export function deriveOperationName(method: string, path: string): string {
  const words = path
    .split("/")
    .flatMap((segment) => segment.split(/(\{[^}]*\})/))
    .flatMap((part) => (part.startsWith("{") ? ["by", ...wordsOf(part)] : wordsOf(part)));
  const named = words.length === 0 ? ["root"] : words;
  return method.toLowerCase() + named.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}

function wordsOf(text: string): string[] {
  return text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
}
