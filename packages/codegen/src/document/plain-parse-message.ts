/** Takes the file and position out of the YAML parser's message: they are shown in front of it. */
export function plainParseMessage(message: string): string {
  return message.replace(/\s*\(\d+:\d+\)$/, "").replace(/ in "[^"]*"$/, "");
}
