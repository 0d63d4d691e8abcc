import { addressOf } from "./address-of.ts";
import type { Difference, Fact } from "./difference.ts";
import type { Documents } from "./documents.ts";
import { gradeAt } from "./grade-at.ts";
import type { Statement } from "./statement.ts";

/**
 * States a difference.
 * @param place - the way to it from an operation
 * @param name - what is lacking where the curated statement points; nothing when it points at the thing itself
 */
export function stateDifference(
  documents: Documents,
  fact: Fact,
  place: string,
  { vendor, curated, name = "" }: { vendor: Statement; curated: Statement; name?: string },
): Difference {
  const relation = !curated.present ? "vendor only" : vendor.present ? "different" : "curated only";
  // What the curated spec has no place for is named by the vendor's.
  const [document, pointer] =
    curated.pointer === "" ? [documents.vendor, vendor.pointer] : [documents.curated, curated.pointer];
  return {
    fact,
    relation,
    vendor,
    curated,
    at: addressOf(document, pointer, curated.present ? "" : name),
    alsoAt: [],
    places: [place.trim()],
    grade: curated.present ? gradeAt(documents.curated, curated.pointer) : undefined,
  };
}
