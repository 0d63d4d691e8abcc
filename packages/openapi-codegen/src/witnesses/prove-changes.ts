import type { SpecChange, SpecDiff } from "@np6/openapi-diff";
import { createOperationTable, type JsonObject } from "@np6/openapi-document";
import type ts from "typescript";
import { renderMethods } from "../operations/render-methods.ts";
import { renderTypes } from "../types/render-types.ts";
import { chooseProof } from "./choose-proof.ts";
import type { Difference, Root } from "./difference.ts";
import { DifferenceFinder, isNothing } from "./find-differences.ts";
import { findMessages } from "./find-messages.ts";
import { findSamples } from "./find-samples.ts";
import { differencesOf, mayConcern } from "./places-of-change.ts";
import { compiles, createTypeProgram, exportedTypes } from "./type-program.ts";
import { keptMark, typesMark, writeWitnesses } from "./write-witness.ts";

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** Maximum number of consumer programs that are tried per change. */
const mostTries = 48;

const helperOf = (side: "old" | "now") => `
/** Type of a property that only some variants have. */
export type Of<Type, Name extends PropertyKey> = Type extends { readonly [Key in Name]?: infer Value } ? Value : never;
/** The client's methods, without call options. */
export type Calls = import("./${side}-methods").Methods<unknown>;
`;

/**
 * Looks for proofs of major changes. A change in types is proved by code of a consumer: it compiles with the types of
 * the old document, but not with the new ones. All code is compiled together. A change on the wire is proved by a value
 * that is valid in one document only.
 * @param base - the old document, bundled
 * @param head - the new one
 */
export async function proveChanges(diff: SpecDiff, base: JsonObject, head: JsonObject): Promise<SpecDiff> {
  const proved = await proveTypes(diff, base, head);
  const onWire = proved.changes.filter(({ bump, breaks }) => bump === "major" && breaks?.includes("wire"));
  if (onWire.length === 0) return proved;
  const sampleOf = findSamples(base, head, onWire);
  const messageOf = findMessages(base, head);
  const changes = proved.changes.map((change) => {
    if (!onWire.includes(change)) return change;
    const found = sampleOf(change) ?? messageOf(change);
    return found === undefined ? { ...change, unshown: true as const } : { ...change, ...found };
  });
  return { ...proved, changes };
}

async function proveTypes(diff: SpecDiff, base: JsonObject, head: JsonObject): Promise<SpecDiff> {
  const isToProve = ({ bump, breaks }: SpecChange) => bump === "major" && breaks?.includes("types") === true;
  if (!diff.changes.some(isToProve)) return diff;
  const files = new Map([...(await filesOf("old", base)), ...(await filesOf("now", head))]);
  const first = createTypeProgram(files);
  const checker = first.getTypeChecker();
  const differences = findDifferences(first, base);
  const tries = diff.changes.map((change) => {
    if (!isToProve(change)) return [];
    const near = differencesOf(change, differences, [head, base]);
    return near
      .slice(0, 6)
      .flatMap((difference) => writeWitnesses(checker, difference))
      .slice(0, mostTries);
  });
  const texts = [
    ...new Set(
      tries.flat().flatMap(({ before, after }) => (after === undefined ? [before] : [before, after])),
    ),
  ];
  for (const [index, text] of texts.entries()) {
    files.set(`${index}-old`, imported(text, "old"));
    files.set(`${index}-now`, imported(text, "now"));
  }
  const program = createTypeProgram(files, first);
  const compiled = new Map(
    texts.map((text, index) => [
      text,
      { old: compiles(program, `${index}-old`), now: compiles(program, `${index}-now`) },
    ]),
  );
  const changes = diff.changes.map((change, index): SpecChange => {
    if (!isToProve(change)) return change;
    if (!differences.some((difference) => mayConcern(change, difference))) {
      const { breaks: _, ...rest } = change;
      // Every use of the place compiles with the new types too, so only the wire breaks.
      if (change.breaks?.includes("wire")) return { ...rest, breaks: ["wire"] };
    }
    const proof = chooseProof(tries[index] ?? [], compiled);
    if (proof === undefined) return { ...change, unproved: true };
    const before = forReaders(proof.before);
    const witness = proof.after === undefined ? { before } : { before, after: forReaders(proof.after) };
    return { ...change, witness };
  });
  return { ...diff, changes };
}

/** Writes the types of a document, and its methods in another file, because a component may have the same name. */
async function filesOf(
  side: "old" | "now",
  document: JsonObject,
): Promise<readonly (readonly [string, string])[]> {
  const { table } = createOperationTable(document);
  return [
    [side, `${await renderTypes(document, table.mediaTypes)}${helperOf(side)}`],
    [`${side}-methods`, renderMethods(document, table, `./${side}`)],
  ];
}

/** Writes the code with imported type names, as consumers do. */
function forReaders(text: string): string {
  return text.replaceAll(typesMark, "").replaceAll(keptMark, "before.");
}

function imported(text: string, side: "old" | "now"): string {
  const code = text.replaceAll(typesMark, "api.").replaceAll(keptMark, "before.");
  return `import type * as api from "./${side}";\nimport type * as before from "./old";\n${code}\n`;
}

function findDifferences(program: ts.Program, base: JsonObject): readonly Difference[] {
  const checker = program.getTypeChecker();
  const finder = new DifferenceFinder(checker);
  const [old, now] = [exportedTypes(program, "old"), exportedTypes(program, "now")];
  const at = (types: ReadonlyMap<string, ts.Type>, path: readonly string[]): ts.Type | undefined => {
    const [first = "", ...rest] = path;
    return rest.reduce<ts.Type | undefined>((type, name) => {
      const property = type?.getProperty(name);
      const found = property && checker.getNonNullableType(checker.getTypeOfSymbol(property));
      return found === undefined || isNothing(found) ? undefined : found;
    }, types.get(first));
  };
  const compare = (path: readonly string[], operation: string | undefined, isTurned = false) => {
    const [first, ...rest] = path;
    const before = at(old, path);
    const code = `${first}${rest.map((name) => `[${JSON.stringify(name)}]`).join("")}`;
    const root: Root = { code, operation, isTurned };
    if (before !== undefined) finder.compare(root, before, at(now, path));
  };
  for (const [name, { method, path }] of Object.entries(createOperationTable(base).table.operations)) {
    const isNamed = at(old, ["operations", name]) !== undefined;
    if (isNamed) compare(["operations", name], name);
    const address = ["paths", path, method.toLowerCase()];
    if (!isNamed) compare(address, name);
    else if (at(now, address) === undefined) compare(address, name);
    compare(["Calls", name], name);
  }
  for (const { name } of old.get("webhooks")?.getProperties() ?? [])
    for (const method of methods) compare(["webhooks", name, method], "", true);
  for (const name of old.keys())
    if (!["paths", "operations", "webhooks", "components", "Calls", "Of"].includes(name))
      compare([name], undefined);
  const schemas = at(old, ["components", "schemas"]);
  for (const { name } of schemas?.getProperties() ?? []) compare(["components", "schemas", name], undefined);
  return finder.found;
}
