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
    const [given, expected] = direction === "request" ? [old, now] : [now, old];
    const change = (mismatch: TypeMismatch, breaks: boolean): FoundChange => {
      const place = placeOf(mismatch, breaks ? given : expected, breaks ? expected : given, old);
      const words = describePlace(place.property, () => operationId);
      return {
        base: place.base,
        head: place.head,
        direction,
        operationId,
        bump: breaks ? "major" : "minor",
        message: describeMismatch(mismatch, direction, breaks, words),
      };
    };
    return [
      ...findBreaking(given.type, expected.type).map((mismatch) => change(mismatch, true)),
      ...findNew(expected.type, given.type).map((mismatch) => change(mismatch, false)),
    ];
  };
}

interface Place {
  readonly base: string | undefined;
  readonly head: string | undefined;
  /** Of the property or value itself, in whichever document has it. */
  readonly property: string;
}

/** Where a mismatch stands in the old and in the new document: in one only, when the other has nothing there. */
function placeOf(mismatch: TypeMismatch, given: PlacedType, expected: PlacedType, old: PlacedType): Place {
  const { kind, steps } = mismatch;
  const inGiven = given.locate(steps);
  const inExpected = expected.locate(steps);
  const [base, head] = given === old ? [inGiven, inExpected] : [inExpected, inGiven];
  if (kind === "missing" || kind === "unexpected") {
    const only = kind === "unexpected" ? inGiven : inExpected;
    const property = only.pointer;
    return only === base
      ? { base: property, head: undefined, property }
      : { base: undefined, head: property, property };
  }
  if (kind === "optional") {
    const required = (owner: string) => childPointer(owner, "required");
    return { base: required(base.owner), head: required(head.owner), property: head.pointer };
  }
  const documents = given === old ? [given, expected] : [expected, given];
  return {
    base: resolvePointer(documents[0]?.document, base.pointer),
    head: resolvePointer(documents[1]?.document, head.pointer),
    property: head.pointer,
  };
}
