import { isDeepStrictEqual } from "node:util";
import type { Bump } from "../bump.ts";
import type { Direction } from "../spec-change.ts";
import type { RedoclyChange } from "./redocly-report.ts";

/** Kinds of things, and fields, that explain and bind nobody. */
const EXPLAINING_KINDS =
  /^(Example|ExamplesMap|ExternalDocs|Tag|TagList|TagGroup|Contact|License|Info|Logo|Link|LinksMap|Xml|SpecExtension)/;
const EXPLAINING_FIELDS =
  /^(description|summary|title|examples?|externalDocs|tags|\$comment|version|termsOfService|name|x-.*)$/;
/** Lists whose order says nothing. */
const SETS = new Set(["enum", "required", "type", "tags"]);

/**
 * Decides what a change that redocly reports deserves. Its verdicts stand. Where it has none it knows only "added" and
 * "changed"; the rest is decided here.
 * @param direction - which way the changed thing travels
 */
export function rateChange(change: RedoclyChange, direction: Direction | undefined): Bump {
  const { property, kind, typeName } = change;
  if (change.verdicts.length > 0) return change.impact;
  if (isReordered(change)) return "none";
  // Which values are left to the variant that nobody listed follows from the variants that are.
  if (change.path.includes("/not") && property === "enum") return "patch";
  if (property === "x-body-may-be-empty") return rateEmptyBody(change);
  if (typeName === "Discriminator" && property === "propertyName") return "major";
  if (isMapping(change)) return kind === "removed" ? "major" : "minor";
  if (property === "deprecated") return change.revision?.value === true ? "minor" : "patch";
  if (property === "readOnly" || property === "writeOnly") return rateAccess(change, direction);
  if (EXPLAINING_KINDS.test(typeName) || isExtension(change)) return "patch";
  if (kind === "added") return "minor";
  // The same path with other names in it: calls by path no longer compile.
  if (typeName === "PathItem" && property === "key") return "major";
  if (typeName !== "Schema") return "patch";
  if (kind === "removed") return "patch";
  if (property === "default") return rateDefault(change, direction);
  if (property === undefined || property === "key" || EXPLAINING_FIELDS.test(property)) return "patch";
  // A keyword that binds changed, and redocly, which knows the direction, says that it breaks nobody.
  return direction === undefined ? "patch" : "minor";
}

/** Same values, other order. */
function isReordered({ property, base, revision }: RedoclyChange): boolean {
  if (property === undefined || !SETS.has(property)) return false;
  const sorted = (value: unknown) =>
    Array.isArray(value) ? value.map((item) => JSON.stringify(item)).sort() : value;
  return isDeepStrictEqual(sorted(base?.value), sorted(revision?.value));
}

function isMapping({ path }: RedoclyChange): boolean {
  return /\/discriminator\/mapping\/[^/]*$/.test(path);
}

function isExtension({ path, property }: RedoclyChange): boolean {
  return /\/x-[^/]*(\/|$)/.test(path) || property?.startsWith("x-") === true;
}

/** A success that may have no body is one that old code cannot read; refusals are typed as possibly empty anyway. */
function rateEmptyBody({ path, revision }: RedoclyChange): Bump {
  if (!/\/responses\/2[^/]*$/.test(path)) return "patch";
  return revision?.value === true ? "major" : "minor";
}

/** What may only be read can no longer be sent, and the other way round. */
function rateAccess({ property, revision }: RedoclyChange, direction: Direction | undefined): Bump {
  const concerned = property === "readOnly" ? "request" : "response";
  if (direction !== concerned) return "patch";
  return revision?.value === true ? "major" : "minor";
}

/** Who leaves a value out gets another one than before. In an answer a default is only told. */
function rateDefault({ base, revision }: RedoclyChange, direction: Direction | undefined): Bump {
  const changed = base?.value !== undefined && revision?.value !== undefined;
  return direction === "request" && changed ? "major" : "patch";
}
