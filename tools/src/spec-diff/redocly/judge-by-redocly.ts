import { describePlace } from "../describe-place.ts";
import type { FoundChange } from "../found-change.ts";
import { pointerTokens } from "../json-pointer.ts";
import { oneDirection } from "../one-direction.ts";
import type { ReadSpec } from "../read-spec.ts";
import type { Direction } from "../spec-change.ts";
import { describeChange } from "./describe-change.ts";
import { rateChange } from "./rate-change.ts";
import type { RedoclyChange } from "./redocly-report.ts";
import { runRedoclyDiff } from "./run-redocly-diff.ts";

/**
 * Judges two documents by `redocly diff`. It is asked twice, once about what is sent and once about what is read: asked
 * about a schema that is both, it does not say which way its verdict goes.
 */
export async function judgeByRedocly(base: ReadSpec, head: ReadSpec): Promise<FoundChange[]> {
  const directions: readonly Direction[] = ["request", "response"];
  const reports = await Promise.all(
    directions.map((direction) =>
      runRedoclyDiff(oneDirection(base.document, direction), oneDirection(head.document, direction)),
    ),
  );
  return reports.flatMap((changes, index) =>
    changes.flatMap((change) => {
      const asked = directions[index] ?? "request";
      const travels = directionsOf(change, base, head);
      // What does not travel comes in both reports.
      if (travels.length === 0 ? index > 0 : !travels.includes(asked)) return [];
      return found(change, travels.length === 0 ? undefined : asked, base, head);
    }),
  );
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
  const pointer = change.revision?.pointer ?? change.base?.pointer ?? "#";
  const words = describePlace(
    change.kind === "modified" ? parentOf(pointer, change.property) : pointer,
    (path, method) => nameOf(head, path, method) ?? nameOf(base, path, method),
  );
  const places = {
    base: change.kind === "added" ? undefined : change.base?.pointer,
    head: change.kind === "removed" ? undefined : change.revision?.pointer,
  };
  return [{ ...places, direction, bump, message: describeChange(change, words) }];
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
