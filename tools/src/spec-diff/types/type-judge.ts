import type ts from "typescript5";
import { describePlace } from "../describe-place.ts";
import type { FoundChange } from "../found-change.ts";
import { childPointer, resolvePointer } from "../json-pointer.ts";
import type { Direction } from "../spec-change.ts";
import { describeMismatch } from "./describe-mismatch.ts";
import { createFindMismatches } from "./find-mismatches.ts";
import type { StepsLocation } from "./locate-steps.ts";
import type { TypeMismatch, TypeStep } from "./type-mismatch.ts";

/** A type, and what it was generated from. */
export interface PlacedType {
  readonly document: object;
  /** `undefined` stands for an object without properties. */
  readonly type: ts.Type | undefined;
  /** Finds the part of the document that a path through the type stands for. */
  readonly locate: (steps: readonly TypeStep[]) => StepsLocation;
}

/**
 * Judges what became of a type: what breaks old code is major, what new code can do beside is minor.
 * @param operationId - the operation that the types belong to, for messages
 */
export type TypeJudge = (old: PlacedType, now: PlacedType, operationId: string) => FoundChange[];

/** Makes the judge of what travels in one direction. */
export function createTypeJudge(checker: ts.TypeChecker, direction: Direction): TypeJudge {
  const findBreaking = createFindMismatches(checker, direction);
  // The same question asked the other way round finds what is new. It remembers other pairs of types.
  const findNew = createFindMismatches(checker, direction);
  return (old, now, operationId) => {
    const change = (mismatch: TypeMismatch, breaks: boolean): FoundChange => {
      // Callers' old types meet what is taken now; what is sent now meets readers' old types. And the other way round.
      const place = placeOf(mismatch, old, now, (direction === "request") === breaks);
      const words = describePlace(place.document, place.property, () => operationId);
      return {
        base: place.base,
        head: place.head,
        direction,
        operationId,
        bump: breaks ? "major" : "minor",
        message: describeMismatch(mismatch, direction, breaks, words),
      };
    };
    const [given, expected] = direction === "request" ? [old.type, now.type] : [now.type, old.type];
    return [
      ...findBreaking(given, expected).map((mismatch) => change(mismatch, true)),
      ...findNew(expected, given).map((mismatch) => change(mismatch, false)),
    ];
  };
}

interface Place {
  readonly base: string | undefined;
  readonly head: string | undefined;
  /** Of the property or value itself, in `document`. */
  readonly property: string;
  readonly document: object;
}

/** Where a mismatch stands in the old and in the new document: in one only, when the other has nothing there. */
function placeOf(
  { kind, steps }: TypeMismatch,
  old: PlacedType,
  now: PlacedType,
  oldIsGiven: boolean,
): Place {
  const [base, head] = [old.locate(steps), now.locate(steps)];
  if (kind === "missing" || kind === "unexpected") {
    return (kind === "unexpected") === oldIsGiven
      ? { base: base.pointer, head: undefined, property: base.pointer, document: old.document }
      : { base: undefined, head: head.pointer, property: head.pointer, document: now.document };
  }
  const property = { property: head.pointer, document: now.document };
  if (kind === "optional") {
    const required = ({ owner }: StepsLocation) => childPointer(owner, "required");
    return { base: required(base), head: required(head), ...property };
  }
  const resolved = (side: PlacedType, { schema }: StepsLocation) => resolvePointer(side.document, schema);
  return { base: resolved(old, base), head: resolved(now, head), ...property };
}
