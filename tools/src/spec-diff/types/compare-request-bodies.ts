import type { FoundChange } from "../found-change.ts";
import { childPointer, resolvePointer } from "../json-pointer.ts";
import { operationPointer } from "../operation-pointer.ts";
import type { TypedOperation } from "./compare-operation.ts";

/** Compares whether an operation takes a body, and whether it needs one. */
export function compareRequestBodies(old: TypedOperation, now: TypedOperation): FoundChange[] {
  const [before, after] = [old.parts.requestBody, now.parts.requestBody];
  const { name } = now.operation;
  if (after === undefined || before?.optional === after.optional) return [];
  const pointer = (side: TypedOperation) =>
    resolvePointer(
      side.document,
      childPointer(operationPointer(side.document, side.operation), "requestBody"),
    );
  const change = { direction: "request", operationId: name } as const;
  if (before === undefined) {
    if (after.optional) return [];
    const message = `\`${name}\` needs a body now; calls without one no longer compile.`;
    return [{ ...change, head: pointer(now), bump: "major", message }];
  }
  const place = {
    base: childPointer(pointer(old), "required"),
    head: childPointer(pointer(now), "required"),
  };
  return after.optional
    ? [{ ...change, ...place, bump: "minor", message: `The body of \`${name}\` may be left out now.` }]
    : [{ ...change, ...place, bump: "major", message: `The body of \`${name}\` has to be given now.` }];
}
