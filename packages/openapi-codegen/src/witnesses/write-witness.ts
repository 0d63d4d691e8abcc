import ts from "typescript";
import { anyItem, anyName, type Difference, type Step } from "./difference.ts";

/**
 * Placeholder for the namespace of the generated types. It is a private-use character, because a document may have
 * names such as `api.key`.
 */
export const typesMark = "\u{E000}";
/** Placeholder for the namespace of the old types that a consumer kept. */
export const keptMark = "\u{E001}";

/** A consumer's program that a difference may break, and its possible rewrite. */
export interface Witness {
  readonly before: string;
  readonly after?: string;
}

type Write = (
  difference: Difference,
  plain: boolean,
  checker: ts.TypeChecker,
  side: Side,
) => string | undefined;
type Side = "old" | "now";

/** Writes programs that a difference may break, the simplest first. */
export function writeWitnesses(checker: ts.TypeChecker, difference: Difference): readonly Witness[] {
  const { direction, old, now } = difference;
  const sends = direction === "request" || (now === undefined && direction === undefined);
  const order = sends ? [make, write, named, readVariant] : [read, named, write, readVariant, make];
  const written = (old === undefined ? [make] : order).flatMap((one) =>
    [true, false].flatMap((plain) => {
      const before = one(difference, plain, checker, "old");
      if (before === undefined) return [];
      const after = one === named ? undefined : one(difference, plain, checker, "now");
      return [after === undefined || after === before ? { before } : { before, after }];
    }),
  );
  return [...written, ...keeping(difference).map((before) => ({ before }))];
}

/** Writes code that reads the place. */
const read: Write = (difference, plain, checker, side) => {
  const { steps, [side]: type } = difference;
  const from = frameOf(difference);
  if (type === undefined) return undefined;
  const access = steps.slice(from).map((step) => {
    if (step === anyItem) return "[0]";
    if (step === anyName) return '["name"]';
    return isIdentifier(step) ? `.${step}` : `[${JSON.stringify(step)}]`;
  });
  const path = access.map((one, index) => (index === 0 || plain ? one : `!${one}`)).join("");
  return `export const read = (answer: ${typeAt(difference, plain, from)}): ${shallow(checker, type, "unknown")} => answer${path};`;
};

/** Writes code that assigns a value to the place. */
const write: Write = (difference, plain, checker, side) => {
  const { [side]: type } = difference;
  if (type === undefined) return undefined;
  return `export const write = (value: ${shallow(checker, type, "never")}): ${typeAt(difference, plain)} => value;`;
};

/** Writes code that names the type of the place. */
const named: Write = (difference, plain) => `export type Named = ${typeAt(difference, plain)};`;

/** Writes code that reads a property that only some variants have. */
const readVariant: Write = (difference, plain, checker, side) => {
  const { root, steps, [side]: type } = difference;
  if (plain || type === undefined) return undefined;
  const place = steps.reduce<string>(
    (outer, step) => `${typesMark}Of<NonNullable<${outer}>, ${indexBy(step)}>`,
    `${typesMark}${root.code}`,
  );
  return `export const read = (value: ${place}): ${shallow(checker, type, "unknown")} => value;`;
};

/** Writes code that creates the object: required properties, and a property that was removed. */
const make: Write = (difference, plain, _checker, side) => {
  const { steps, within, withinNow, old, now } = difference;
  const last = steps.at(-1);
  const type = side === "old" ? within : withinNow;
  if (type === undefined || typeof last !== "string") return undefined;
  const needed = type.getProperties().filter(({ flags }) => (flags & ts.SymbolFlags.Optional) === 0);
  const names = new Set(needed.map(({ name }) => name));
  if (side === "old" && old !== undefined && now === undefined) names.add(last);
  const members = [...names].map((name) => `${isIdentifier(name) ? name : JSON.stringify(name)}: given`);
  const object = members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
  return `export const make = (given: never): ${typeAt(difference, plain, steps.length - 1)} => (${object});`;
};

/** Writes code of consumers that kept the old types next to the new ones, for the place and its root. */
function keeping(difference: Difference): readonly string[] {
  const places = [typeAt(difference, true), typeAt(difference, false), `${typesMark}${difference.root.code}`];
  return places.flatMap((place) => {
    const kept = place.replaceAll(typesMark, keptMark);
    return [
      `export const keep = (value: ${place}): ${kept} => value;`,
      `export const give = (value: ${kept}): ${place} => value;`,
    ];
  });
}

/** Counts the steps that lead to a body or header in the generated types. */
function frameOf({ root, steps }: Difference): number {
  if (root.operation === undefined) return 0;
  const [content, headers] = [steps.indexOf("content"), steps.indexOf("headers")];
  if (content >= 0) return Math.min(content + 2, steps.length);
  return headers >= 0 ? headers + 1 : steps.length;
}

/** Writes the type at a place. */
function typeAt({ root, steps }: Difference, plain: boolean, until = steps.length): string {
  return steps
    .slice(0, until)
    .reduce<string>(
      (type, step) => `${plain ? type : `NonNullable<${type}>`}[${indexBy(step)}]`,
      `${typesMark}${root.code}`,
    );
}

function indexBy(step: Step): string {
  if (step === anyItem) return "number";
  return step === anyName ? "string" : JSON.stringify(step);
}

function isIdentifier(name: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(name);
}

/** Writes a type one level deep; the types inside are `unknown` or `never`. */
function shallow(checker: ts.TypeChecker, type: ts.Type, inside: "unknown" | "never"): string {
  const arms = type.isUnion() ? type.types : [type];
  const texts = new Set(arms.map((arm) => shallowArm(checker, arm, inside)));
  if (texts.delete("true") && texts.delete("false")) texts.add("boolean");
  return [...texts].join(" | ");
}

function shallowArm(checker: ts.TypeChecker, type: ts.Type, inside: string): string {
  const isObject = (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) !== 0;
  if (!isObject) return checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation);
  if (checker.isTupleType(type)) {
    const items = checker.getTypeArguments(type as ts.TypeReference).map(() => inside);
    return `readonly [${items.join(", ")}]`;
  }
  if (checker.isArrayType(type)) return `readonly ${inside}[]`;
  const members = type.getProperties().map((property) => {
    const value = checker.getTypeOfSymbol(property);
    const isTag = value.isStringLiteral() || value.isNumberLiteral();
    const optional = (property.flags & ts.SymbolFlags.Optional) !== 0 ? "?" : "";
    const name = isIdentifier(property.name) ? property.name : JSON.stringify(property.name);
    return `${name}${optional}: ${isTag ? checker.typeToString(value) : inside}`;
  });
  return `{ ${members.join("; ")} }`;
}
