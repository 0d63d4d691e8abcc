/** Groups the values of headers by lower-case name. @param rawHeaders names and values alternately */
export function headersByName(rawHeaders: readonly string[]): Record<string, string[]> {
  const headers: Record<string, string[]> = {};
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const name = (rawHeaders[index] ?? "").toLowerCase();
    headers[name] = [
      ...(Object.hasOwn(headers, name) ? (headers[name] ?? []) : []),
      rawHeaders[index + 1] ?? "",
    ];
  }
  return headers;
}
