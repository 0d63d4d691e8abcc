import type { OperationDescription } from "./api-description.ts";
import { declaredStatus } from "./declared-media-types.ts";

/**
 * What the JSON of an answer may be at its top.
 * @returns names of JSON Schema types joined by `|`, undefined for anything
 */
export function declaredKinds(
  operation: OperationDescription,
  status: number,
  mediaType: string,
): string | undefined {
  return operation.jsonKinds?.[`${declaredStatus(operation, status)} ${mediaType}`];
}
