import { isDeepStrictEqual } from "node:util";
import { describePlace } from "../describe-place.ts";
import type { FoundChange } from "../found-change.ts";
import { childPointer, isWithin, pointerTokens, valueAt } from "../json-pointer.ts";
import { oneDirection } from "../one-direction.ts";
import type { ReadSpec } from "../read-spec.ts";
import type { Direction } from "../spec-change.ts";
import { describeChange } from "./describe-change.ts";
import { rateChange } from "./rate-change.ts";
import type { RedoclyChange } from "./redocly-report.ts";
import { runRedoclyDiff } from "./run-redocly-diff.ts";
import { judgePaths, withPathsOf } from "./unpaired-paths.ts";

/**
 * Whether a new value or variant in an answer breaks a reader depends on the types that are generated: those that have an
 * arm for what is not known yet prepare the reader. So the types are asked instead.
 */
const leftToTypes: Readonly<Record<Direction, readonly string[]>> = {
  request: [],
  response: ["enum-values-added", "schema-combinator-changed"],
};

/**
 * Judges two documents by `redocly diff`. It is asked twice, once about what is sent and once about what is read: asked
 * about a schema that is both, it does not say which way its verdict goes.
 */
export async function judgeByRedocly(base: ReadSpec, head: ReadSpec): Promise<FoundChange[]> {
  const directions: readonly Direction[] = ["request", "response"];
  const reports = await Promise.all(
    directions.map((direction) => {
      const travelling = (spec: ReadSpec, other: ReadSpec) =>
        withPathsOf(oneDirection(spec.document, direction, spec.findUses), other.document);
      const [old, now] = [travelling(base, head), travelling(head, base)];
      return isDeepStrictEqual(old, now) ? [] : runRedoclyDiff(old, now, leftToTypes[direction]);
    }),
  );
  const judged = reports.flatMap((changes, index) =>
    withoutStrangers(changes, base, head).flatMap((reported) => {
      const change = placed(reported, base, head);
      if (change === undefined) return [];
      const asked = directions[index] ?? "request";
      const travels = directionsOf(change, base, head);
      if (travels.length > 0 && !travels.includes(asked)) return [];
      return found(change, travels.length === 0 ? undefined : asked, base, head);
    }),
  );
  return [...judgePaths(base.document, head.document), ...judged];
}

/**
 * Leaves out what redocly says of a component that went and one that came, which it took for one with a new name because they look
 * alike. They are one when the documents, and not only these copies of them, have lost and gained it, and some operation uses both.
 */
function withoutStrangers(
  changes: readonly RedoclyChange[],
  base: ReadSpec,
  head: ReadSpec,
): readonly RedoclyChange[] {
  const strangers = changes.flatMap(({ property, path, base: old }) => {
    if (property !== "key" || old === undefined || !/^#\/components\/[^/]+\/[^/]+$/.test(path)) return [];
    const renamed =
      valueAt(head.document, old.pointer) === undefined && valueAt(base.document, path) === undefined;
    const users = head.findUses(path);
    const shared = base
      .findUses(old.pointer)
      .some((use) => users.some((user) => isDeepStrictEqual(use, user)));
    return renamed && shared ? [] : [path];
  });
  return changes.filter(({ path }) => !strangers.some((stranger) => isWithin(path, stranger)));
}

/**
 * Where things that came or went stand. Of a reference that came or went, redocly shows the component that it leads to; if
 * that stays, what changed is the place that refers to it.
 */
function placed(change: RedoclyChange, base: ReadSpec, head: ReadSpec): RedoclyChange | undefined {
  if (change.kind === "modified") return change;
  const pointer = change.base?.pointer ?? change.revision?.pointer ?? "#";
  const stays = [base, head].every(({ document }) => valueAt(document, pointer) !== undefined);
  if (!/^#\/components\/[^/]+\/[^/]+$/.test(pointer) || !stays) return change;
  // A component that only one of the documents uses in this direction looks as if it had come or gone.
  if (change.path === pointer) return undefined;
  const place = { pointer: change.path.replace(/\/\$ref$/, "") };
  return { ...change, ...(change.kind === "added" ? { revision: place } : { base: place }) };
}

function directionsOf(change: RedoclyChange, base: ReadSpec, head: ReadSpec): Direction[] {
  const place = change.base?.pointer ?? change.revision?.pointer ?? "#";
  // That a component came, went or got another name is no more than that: what refers to it has a change of its own.
  if (change.property === "key" || change.kind !== "modified") {
    const [section, , , ...inside] = pointerTokens(place);
    if (section === "components" && inside.length === 0) return [];
  }
  // Whoever used the old thing is concerned; if nobody did, whoever uses the new one.
  const uses = base.findUses(place);
  const concerned = uses.length > 0 ? uses : head.findUses(change.revision?.pointer ?? place);
  return [...new Set(concerned.map(({ direction }) => direction))];
}

function found(
  change: RedoclyChange,
  direction: Direction | undefined,
  base: ReadSpec,
  head: ReadSpec,
): FoundChange[] {
  if (change.typeName.startsWith("SecurityRequirement")) return [];
  const bump = rateChange(change, direction);
  if (bump === "none") return [];
  const [spec, pointer] =
    change.revision === undefined ? [base, change.base?.pointer] : [head, change.revision.pointer];
  const place = change.kind === "modified" ? parentOf(pointer ?? "#", change.property) : (pointer ?? "#");
  const words = describePlace(spec.document, place, (path, method) => nameOf(spec, path, method));
  const places = {
    base: change.kind === "added" ? undefined : change.base?.pointer,
    head: change.kind === "removed" ? undefined : headPointer(change),
  };
  return [{ ...places, direction, bump, message: describeChange(change, words) }];
}

/** Of a field that is gone redocly shows the thing that had it. */
function headPointer({ property, revision }: RedoclyChange): string | undefined {
  if (revision === undefined || property === undefined || "value" in revision) return revision?.pointer;
  return childPointer(revision.pointer, property);
}

/** Redocly points at the changed field, and at the thing itself where the field is gone. */
function parentOf(pointer: string, property: string | undefined): string {
  return property !== undefined && pointer.endsWith(`/${property}`)
    ? pointer.slice(0, pointer.lastIndexOf("/"))
    : pointer;
}

function nameOf({ table }: ReadSpec, path: string, method: string): string | undefined {
  const same = Object.entries(table.operations).find(
    ([, operation]) => operation.path === path && operation.method.toLowerCase() === method,
  );
  return same?.[0];
}
