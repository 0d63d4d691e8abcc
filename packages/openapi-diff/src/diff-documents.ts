import type { JsonObject } from "@np6/openapi-document";
import type { SpecDiff } from "./changes/spec-change.ts";
import { compareComponents } from "./document/compare-components.ts";
import { compareHead } from "./document/compare-head.ts";
import { comparePaths } from "./document/compare-paths.ts";
import { compareWebhooks } from "./document/compare-webhooks.ts";
import { Comparison } from "./operations/comparison.ts";
import { Side } from "./schemas/side.ts";

/**
 * Compares two OpenAPI documents: what changed, for whom, what it breaks, and the bump it requires. Both are first
 * converted to a normal form, so different notations of the same facts are no change.
 *
 * @param base the old document, bundled: every `$ref` points into it
 * @param head the new document, bundled too
 * @throws DocumentError when one of them breaks a rule of OpenAPI that the comparison depends on
 */
export function diffDocuments(base: JsonObject, head: JsonObject): SpecDiff {
  // The comparison includes the order of keys, because the first media type is the default.
  if (JSON.stringify(base) === JSON.stringify(head)) return { bump: "none", changes: [] };
  const comparison = new Comparison(new Side(base), new Side(head));
  compareHead(comparison);
  comparePaths(comparison);
  compareWebhooks(comparison);
  compareComponents(comparison);
  return comparison.changes.toDiff();
}
