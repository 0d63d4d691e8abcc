import { childPointer } from "../pointer/json-pointer.ts";
import type { ReadingLimits } from "./reading-limits.ts";

interface Size {
  readonly values: number;
  readonly depth: number;
}

/** A limit that a tree exceeds, and where. */
export interface Excess {
  readonly pointer: string;
  readonly reason: string;
}

/**
 * Measures a parsed file as if its YAML aliases were expanded, without expanding them. An object with many aliases is
 * visited once. Nine aliases of nine aliases, eight times, are 43 million values in 700 bytes.
 *
 * @returns undefined when the tree is within the limits
 */
export function measureTree(root: unknown, limits: ReadingLimits): Excess | undefined {
  const sizes = new Map<object, Size | undefined>();
  try {
    const { values, depth } = sizeOf(root, sizes);
    if (depth > limits.maxDepth) return tooDeep(limits.maxDepth);
    if (values <= limits.maxValues) return undefined;
    const pointer = heaviestPlace(root, sizes, limits.maxValues);
    const reason = `with its YAML aliases written out, this has ${values} values, and the limit is ${limits.maxValues}; refer to components by $ref instead, or raise the limit with --max-values`;
    return { pointer, reason };
  } catch (error) {
    if (error instanceof SelfContained)
      return { pointer: "#", reason: "a YAML alias contains itself; use a $ref instead of the alias" };
    if (error instanceof RangeError) return tooDeep(limits.maxDepth);
    throw error;
  }
}

class SelfContained extends Error {}

/** Describes excessive nesting. It is also used for a parser that ran out of stack. */
export function tooDeep(maxDepth: number): Excess {
  const reason = `the document is nested deeper than ${maxDepth} levels; give the inner parts names as components, or raise the limit with --max-depth`;
  return { pointer: "#", reason };
}

function sizeOf(node: unknown, sizes: Map<object, Size | undefined>): Size {
  if (typeof node !== "object" || node === null) return { values: 1, depth: 0 };
  const known = sizes.get(node);
  if (known !== undefined) return known;
  if (sizes.has(node)) throw new SelfContained();
  sizes.set(node, undefined);
  let values = 1;
  let depth = 0;
  for (const child of Object.values(node)) {
    const size = sizeOf(child, sizes);
    values += size.values;
    depth = Math.max(depth, size.depth);
  }
  const size = { values, depth: depth + 1 };
  sizes.set(node, size);
  return size;
}

/** Finds the innermost object that alone exceeds the limit. */
function heaviestPlace(root: unknown, sizes: ReadonlyMap<object, Size | undefined>, limit: number): string {
  let pointer = "#";
  for (let node = root; ; ) {
    const heavy = Object.entries(node as object).find(
      ([, child]) => typeof child === "object" && child !== null && (sizes.get(child)?.values ?? 0) > limit,
    );
    if (heavy === undefined) return pointer;
    pointer = childPointer(pointer, heavy[0]);
    node = heavy[1];
  }
}
