import { isUtf8 } from "node:buffer";

/** Result of reading a body as JSON. */
export type ReadJson =
  | { readonly value: unknown; readonly fault?: undefined }
  | { readonly value?: undefined; readonly fault: string };

/** Deeper than any realistic body, and not too deep for recursive functions that walk it. */
const deepest = 1000;

/** Reads a body as JSON in UTF-8 (RFC 8259), or describes why it is invalid. */
export function readJson(body: Buffer): ReadJson {
  if (!isUtf8(body)) return { fault: `it is not UTF-8 (${body.length} bytes received)` };
  try {
    const value: unknown = JSON.parse(body.toString("utf8"));
    if (!isDeeperThan(value, deepest)) return { value };
    return { fault: `it is nested deeper than ${deepest} levels, the limit of the mock` };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { fault: `${reason} (${body.length} bytes received)` };
  }
}

/** Goes level by level: deep nesting would exhaust the stack of a recursive function. */
function isDeeperThan(value: unknown, most: number): boolean {
  const containers = (values: readonly unknown[]) =>
    values.filter((value) => typeof value === "object" && value !== null);
  let level = containers([value]);
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth >= most) return true;
    level = level.flatMap((container) => containers(Object.values(container as object)));
  }
  return false;
}
