import type { JsonObject } from "@np6/openapi-document";
import type { SpecDiff } from "./changes/spec-change.ts";
import { compareComponents } from "./document/compare-components.ts";
import { compareHead } from "./document/compare-head.ts";
import { comparePaths } from "./document/compare-paths.ts";
import { compareWebhooks } from "./document/compare-webhooks.ts";
import { Comparison } from "./operations/comparison.ts";
import { Side } from "./schemas/side.ts";

/**
 * Tells what changed between two OpenAPI documents, for whom, what it breaks, and which bump it deserves. Both are brought into
 * one form first: what says the same in another way is no change.
 *
 * @param base the old document, bundled: every `$ref` points into it
 * @param head the new one, likewise
 * @throws DocumentError when one of them breaks a rule of OpenAPI that the comparison depends on
 */
export function diffDocuments(base: JsonObject, head: JsonObject): SpecDiff {
  // To the byte: in the order of keys only what is the default shows.
  if (JSON.stringify(base) === JSON.stringify(head)) return { bump: "none", changes: [] };
  const comparison = new Comparison(new Side(base), new Side(head));
  compareHead(comparison);
  comparePaths(comparison);
  compareWebhooks(comparison);
  compareComponents(comparison);
  return comparison.changes.toDiff();
}
