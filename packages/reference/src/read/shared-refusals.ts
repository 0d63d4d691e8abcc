import { asObject, describedAt, type JsonObject } from "@np6/openapi-document";
import type { ReferenceOperation } from "./read-reference.ts";
import { type ReferenceMedia, readMedia } from "./reference-answers.ts";

/** An error response that several operations share. */
export interface SharedRefusal {
  readonly name: string;
  /** Its statuses in ascending order. */
  readonly statuses: readonly string[];
  readonly response: JsonObject;
  readonly media: readonly ReferenceMedia[];
}

/** Lists the error responses under `components/responses` that operations use, by status. */
export function sharedRefusals(
  document: JsonObject,
  operations: readonly ReferenceOperation[],
): readonly SharedRefusal[] {
  const refusals = operations.flatMap(({ answers }) =>
    answers.filter(({ reaction }) => reaction !== undefined),
  );
  return Object.entries(asObject(asObject(document.components).responses))
    .map(([name, value]) => {
      const response = describedAt(document, value);
      const statuses = refusals.filter(({ shared }) => shared === name).map(({ status }) => status);
      return {
        name,
        statuses: [...new Set(statuses)].sort(),
        response,
        media: readMedia(document, response),
      };
    })
    .filter(({ statuses }) => statuses.length > 0)
    .sort((one, other) => (one.statuses[0] ?? "").localeCompare(other.statuses[0] ?? ""));
}
