import ts from "typescript5";
import type { Direction } from "../spec-change.ts";
import { describeProperties, type TypeProperty } from "./describe-properties.ts";
import type { TypeMismatch, TypeStep } from "./type-mismatch.ts";
import { unionMembers } from "./union-members.ts";
import { isNameable, unknownArm } from "./unknown-arm.ts";

/** Compares two types; `undefined` stands for an object without any property. */
export type FindMismatches = (given: ts.Type | undefined, expected: ts.Type | undefined) => TypeMismatch[];

/** Structures that are looked into; everything else is a value, which the compiler judges. */
type Structure = "object" | "array" | "value";

/**
 * Makes the comparison of one direction's types. It asks the compiler about values, and goes through objects key by key
 * itself, since plain assignability
 *
 * - does not see that an optional property is gone, while code that reads it no longer compiles;
 * - takes surplus properties, while a call that writes them out no longer compiles;
 * - refuses an interface where an index signature is expected, while code that writes the object out compiles;
 * - judges two instances of one generic alias by its variance.
 *
 * Every pair of object types is looked into once, so that cycles end.
 *
 * @param direction - `request`: given is what callers write, expected what the API takes; `response`: given is what the
 *   API sends, expected what readers rely on
 */
export function createFindMismatches(checker: ts.TypeChecker, direction: Direction): FindMismatches {
  const known = new Map<ts.Type, Map<ts.Type, TypeMismatch[]>>();
  const show = (type: ts.Type) => checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation);

  const compare = (given: ts.Type, expected: ts.Type): TypeMismatch[] => {
    if (given === expected || (expected.flags & (ts.TypeFlags.Unknown | ts.TypeFlags.Any)) !== 0) return [];
    const structure = structureOf(given);
    if (structure !== structureOf(expected) || structure === "value") return compareUnions(given, expected);
    if (structure === "object") return compareObjects(given, expected);
    const [givenElement, expectedElement] = [elementOf(given), elementOf(expected)];
    if (givenElement === undefined || expectedElement === undefined) return [];
    return below("element", compare(givenElement, expectedElement));
  };

  const compareObjects = (given: ts.Type, expected: ts.Type): TypeMismatch[] => {
    const pairs = known.get(given) ?? new Map<ts.Type, TypeMismatch[]>();
    known.set(given, pairs);
    const before = pairs.get(expected);
    if (before !== undefined) return before;
    pairs.set(expected, []);
    const found = compareProperties(
      describeProperties(checker, given),
      describeProperties(checker, expected),
    ).concat(compareOpenness(given, expected));
    pairs.set(expected, found);
    return found;
  };

  const compareProperties = (
    given: ReadonlyMap<string, TypeProperty>,
    expected: ReadonlyMap<string, TypeProperty>,
  ): TypeMismatch[] => {
    const found: TypeMismatch[] = [];
    const note = (kind: TypeMismatch["kind"], property: string, from?: ts.Type, to?: ts.Type) =>
      found.push({
        kind,
        steps: [{ property }],
        given: from === undefined ? "nothing" : show(from),
        expected: to === undefined ? "nothing" : show(to),
      });
    for (const [name, wanted] of expected) {
      const offered = given.get(name);
      if (offered === undefined) {
        if (direction === "response" || !wanted.optional) note("missing", name, undefined, wanted.type);
        continue;
      }
      if (offered.optional && !wanted.optional) note("optional", name, offered.type, wanted.type);
      found.push(...below({ property: name }, compare(offered.type, wanted.type)));
    }
    if (direction === "response") return found;
    for (const [name, offered] of given) {
      if (!expected.has(name)) note("unexpected", name, offered.type);
    }
    return found;
  };

  /** Objects that hold any name. */
  const compareOpenness = (given: ts.Type, expected: ts.Type): TypeMismatch[] => {
    const offered = openValueOf(given);
    const wanted = openValueOf(expected);
    if (offered !== undefined && wanted !== undefined) return below("value", compare(offered, wanted));
    // A caller may have sent any name, or a reader have read any; now there are only the described ones.
    // An arm for unknown variants is open because it is unknown; a variant that is known now does not have to be.
    if (direction === "response" && !isNameable(checker, expected)) return [];
    const closed =
      direction === "request" ? wanted === undefined && offered : offered === undefined && wanted;
    if (!closed) return [];
    const kind = direction === "request" ? "unexpected" : "missing";
    return [{ kind, steps: ["value"], given: show(given), expected: show(expected) }];
  };

  const compareUnions = (given: ts.Type, expected: ts.Type): TypeMismatch[] => {
    const offered = unionMembers(given);
    const wanted = unionMembers(expected);
    const unmatched = offered.filter((member) => !wanted.some((other) => serves(member, other)));
    const free = wanted.filter((other) => !offered.some((member) => serves(member, other)));
    const pairs = unmatched.map((member) => [member, counterpart(member, free)] as const);
    const paired = new Set(pairs.map(([, other]) => other));
    const lost =
      direction === "request" ? [] : free.filter((other) => !paired.has(other) && isNamed(other, offered));
    if (pairs.some(([, other]) => other === undefined) || lost.length > 0) {
      const kind = unmatched.length > 0 ? "type" : "lost";
      return [{ kind, steps: [], given: show(given), expected: show(expected) }];
    }
    return pairs.flatMap(([member, other]) =>
      other === undefined
        ? []
        : below({ variant: [...literals(member), ...literals(other)] }, compare(member, other)),
    );
  };

  const serves = (member: ts.Type, other: ts.Type): boolean => {
    const structure = structureOf(member);
    if (structure !== "value" && structure === structureOf(other)) return compare(member, other).length === 0;
    if (checker.isTypeAssignableTo(member, other)) return true;
    // A reader has dealt with it; a caller who writes it out is refused.
    return direction === "response" && (member.flags & (unknownArm(other) ?? 0)) !== 0;
  };

  /** Whether code that names this member stops to compile, because nothing of the kind comes any more. */
  const isNamed = (other: ts.Type, offered: readonly ts.Type[]) =>
    isNameable(checker, other) && !offered.some((member) => checker.isTypeAssignableTo(other, member));

  /** The variant that a member wants to be compared with: same discriminator, or the only one of its structure. */
  const counterpart = (member: ts.Type, free: readonly ts.Type[]): ts.Type | undefined => {
    const structure = structureOf(member);
    if (structure === "value") return undefined;
    const alike = free.filter((other) => structureOf(other) === structure);
    const tagged = alike.find((other) => structure === "object" && shareLiteral(member, other));
    return tagged ?? (alike.length === 1 ? alike[0] : undefined);
  };

  const literals = (type: ts.Type): string[] =>
    [...describeProperties(checker, type).values()].flatMap((property) =>
      property.type.isStringLiteral() ? [property.type.value] : [],
    );

  const shareLiteral = (member: ts.Type, other: ts.Type): boolean => {
    const properties = describeProperties(checker, other);
    return [...describeProperties(checker, member)].some(
      ([name, { type }]) => type.isLiteral() && properties.get(name)?.type === type,
    );
  };

  const structureOf = (type: ts.Type): Structure => {
    if (checker.isArrayType(type)) return "array";
    if (checker.isTupleType(type)) return "value";
    if (type.isIntersection())
      return type.types.every((part) => structureOf(part) === "object") ? "object" : "value";
    return (type.flags & ts.TypeFlags.Object) === 0 ? "value" : "object";
  };
  const elementOf = (type: ts.Type) => checker.getTypeArguments(type as ts.TypeReference)[0];
  const openValueOf = (type: ts.Type) => {
    const value = checker.getIndexTypeOfType(type, ts.IndexKind.String);
    return value === undefined || (value.flags & ts.TypeFlags.Never) !== 0 ? undefined : value;
  };

  return (given, expected) => {
    if (given !== undefined && expected !== undefined) return compare(given, expected);
    const properties = (type: ts.Type | undefined) =>
      type === undefined ? new Map<string, TypeProperty>() : describeProperties(checker, type);
    return compareProperties(properties(given), properties(expected));
  };
}

function below(step: TypeStep, found: readonly TypeMismatch[]): TypeMismatch[] {
  return found.map((mismatch) => ({ ...mismatch, steps: [step, ...mismatch.steps] }));
}
