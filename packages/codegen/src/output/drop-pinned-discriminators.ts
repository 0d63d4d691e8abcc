import { isRecord, type JsonObject } from "../is-record.ts";
import { readDiscriminatedUnion } from "./discriminated-unions.ts";

/**
 * Drops a discriminator, in place, when the variants say themselves which value is theirs. The types need nothing more, and
 * openapi-typescript would write the field into each variant a second time.
 */
export function dropPinnedDiscriminators(document: JsonObject): void {
  const drop = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    for (const child of Object.values(node)) drop(child);
    if (!isRecord(node) || readDiscriminatedUnion(document, node) === undefined) return;
    delete (node as Record<string, unknown>).discriminator;
  };
  drop(document);
}
