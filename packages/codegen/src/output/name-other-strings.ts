import { isRecord } from "../is-record.ts";
import { isOtherString } from "./discriminated-unions.ts";
import { unrecognizedString } from "./unrecognized.ts";

/**
 * Makes a reference to the marker type, in place, of every string that must be none of a list (`not: { enum: […] }`), which
 * no type of TypeScript can say. As a plain string it would match the listed values too, and a union with it could not be
 * narrowed.
 */
export function nameOtherStrings(node: unknown): void {
  if (typeof node !== "object" || node === null) return;
  for (const child of Object.values(node)) nameOtherStrings(child);
  if (!isRecord(node) || !isOtherString(node)) return;
  const schema = node as Record<string, unknown>;
  delete schema.type;
  delete schema.not;
  schema.$ref = `#/components/schemas/${unrecognizedString}`;
}
