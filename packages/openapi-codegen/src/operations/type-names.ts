import { freeName } from "../text/identifier.ts";

/**
 * Makes the prefix of each operation's type names: its name with each word capitalized. If two prefixes are equal, the
 * later one gets a number. Prefixes are ASCII only, because compilers differ in their Unicode versions.
 */
export function typeNames(operations: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(
    operations.map((operation) => {
      const words = operation.split(/[^A-Za-z0-9_$]+/).filter((word) => word !== "");
      const plain = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
      // A name must not begin with a digit.
      const beginning = /^[A-Za-z_$]/.test(plain) ? plain : `_${plain}`;
      const name = freeName(beginning, taken);
      taken.add(name);
      return [operation, name];
    }),
  );
}
