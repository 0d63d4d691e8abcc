/** Formats a value of a document for a sentence. */
export function showValue(value: unknown): string {
  if (value === undefined) return "nothing";
  if (typeof value === "string") return `\`${shorten(value)}\``;
  if (Array.isArray(value)) return value.map((one) => `\`${shorten(JSON.stringify(one))}\``).join(", ");
  return `\`${shorten(JSON.stringify(value))}\``;
}

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, " ");
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
