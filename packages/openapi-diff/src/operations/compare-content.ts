import {
  asObject,
  childPointer,
  type EffectiveContent,
  type LocatedObject,
  sameJson,
} from "@np6/openapi-document";
import type { Direction } from "../changes/spec-change.ts";
import { compareTexts } from "./compare-texts.ts";
import { type Comparison, calledBy, type OperationPair } from "./comparison.ts";

type Content = ReadonlyMap<string, EffectiveContent>;

/** The bodies of a request or response in both documents. */
export interface ContentPair {
  readonly old: Content;
  readonly now: Content;
  /** Pointer to the request body or response. */
  readonly pointer: string;
  /** "request", or for example "200 answer". */
  readonly what: string;
}

/** Compares the media types of bodies, and the schemas of those in both documents. */
export function compareMediaTypes(
  comparison: Comparison,
  pair: OperationPair,
  part: Direction,
  content: ContentPair,
): void {
  const { old, now, pointer, what } = content;
  const direction = comparison.direction(pair, part);
  const gone = [...old].filter(([key]) => !now.has(key));
  const come = [...now].filter(([key]) => !old.has(key));
  const at = (mediaType: string) => childPointer(childPointer(pointer, "content"), mediaType);
  const whose = `the ${what} of ${calledBy(pair)}`;
  const breaks = ["types", "wire"] as const;
  const [oldType, newType] = [gone[0]?.[1].mediaType, come[0]?.[1].mediaType];
  if (gone.length === 1 && come.length === 1 && oldType !== undefined && newType !== undefined) {
    const message = `\`${oldType}\` became \`${newType}\` in ${whose}.`;
    comparison.tell({ pointer: at(newType), direction, bump: "major", breaks, message }, pair.name);
  } else {
    for (const [, { mediaType, media }] of gone) {
      const message = `\`${mediaType}\` was removed from ${whose}.`;
      comparison.tell({ pointer: media.pointer, direction, bump: "major", breaks, message }, pair.name);
    }
    if (old.size > 0)
      for (const [, { mediaType }] of come) {
        const isRead = direction === "response" && !isReadAsOthers(comparison, content, mediaType);
        const message = `The ${what} \`${mediaType}\` of ${calledBy(pair)} is new${isRead ? ", and is read in another way than the others" : ""}.`;
        const verdict = isRead ? ({ bump: "major", breaks } as const) : ({ bump: "minor" } as const);
        // A new first media type is reported as the new default.
        if (!isNewDefault(content) || [...now.values()][0]?.mediaType !== mediaType)
          comparison.tell({ pointer: at(mediaType), direction, ...verdict, message }, pair.name);
      }
  }
  for (const [key, before] of old) {
    const after = now.get(key);
    if (after === undefined) continue;
    if (before.mediaType !== after.mediaType) {
      const message = `\`${before.mediaType}\` is written \`${after.mediaType}\` now in ${whose}.`;
      comparison.tell({ pointer: at(after.mediaType), direction, bump: "patch", message }, pair.name);
    }
    const [was, is] = [comparison.base, comparison.head].map(
      ({ table }, index) => table.mediaTypes[(index === 0 ? before : after).mediaType],
    );
    if (was !== is && was !== undefined && is !== undefined) {
      const message = `\`${after.mediaType}\` of ${calledBy(pair)} is treated as ${is}; it was ${was}.`;
      comparison.tell({ pointer: at(after.mediaType), direction, bump: "major", breaks, message }, pair.name);
    }
    compareBody(comparison, pair, direction, before.media, after.media);
  }
}

/** Whether the default changed: the first media type is a different one, and the old one still exists. */
export function isNewDefault({ old, now }: ContentPair): boolean {
  const [first, newFirst] = [[...old.keys()][0], [...now.keys()][0]];
  return first !== undefined && newFirst !== undefined && first !== newFirst && now.has(first);
}

/** Compares the `content` of a parameter or header. */
export function compareContent(
  comparison: Comparison,
  pair: OperationPair,
  part: Direction,
  before: LocatedObject,
  after: LocatedObject,
): void {
  const media = ({ value, pointer }: LocatedObject) =>
    Object.entries(asObject(value.content)).map(
      ([mediaType, node]) =>
        [
          mediaType,
          { value: asObject(node), pointer: childPointer(childPointer(pointer, "content"), mediaType) },
        ] as const,
    )[0];
  const [old, now] = [media(before), media(after)];
  const direction = comparison.direction(pair, part);
  if (old === undefined || now === undefined) return;
  if (old[0].toLowerCase() !== now[0].toLowerCase()) {
    const message = `${comparison.words(comparison.head, after.pointer)} is written as \`${now[0]}\`; it was \`${old[0]}\`.`;
    comparison.tell(
      { pointer: now[1].pointer, direction, bump: "major", breaks: ["wire"], message },
      pair.name,
    );
  }
  compareBody(comparison, pair, direction, old[1], now[1]);
}

function compareBody(
  comparison: Comparison,
  pair: OperationPair,
  direction: Direction,
  before: LocatedObject,
  after: LocatedObject,
): void {
  const [had, has] = [before, after].map(({ value }) => value.schema !== undefined);
  const at = ({ pointer }: LocatedObject) => childPointer(pointer, "schema");
  if (had && has) comparison.schemas(direction, [[at(before)], [at(after)]], pair.name);
  else if (had !== has) {
    const isStricter = has === (direction === "request");
    const words = comparison.words(comparison.head, after.pointer);
    const message = `${words.charAt(0).toUpperCase()}${words.slice(1)} ${has ? "has a schema now" : "has no schema any more"}.`;
    const verdict = isStricter
      ? ({ bump: "major", breaks: ["types", "wire"] } as const)
      : ({ bump: "minor" } as const);
    comparison.tell({ pointer: at(after), direction, ...verdict, message }, pair.name);
  }
  const [from, to] = [before, after].map(({ value }) => encodingOf(value.encoding));
  if (!sameJson(from, to)) {
    const message = `\`encoding\` of ${comparison.words(comparison.head, after.pointer)} changed: its parts are written otherwise.`;
    const pointer = childPointer(after.pointer, "encoding");
    comparison.tell({ pointer, direction, bump: "major", breaks: ["wire"], message }, pair.name);
  }
  compareTexts(comparison, before, after, direction, pair.name);
}

/** Normalizes the encoding of a form's parts: values that repeat the default are left out. */
function encodingOf(encoding: unknown): unknown {
  const parts = Object.entries(asObject(encoding)).map(([name, part]) => {
    const { style, explode, ...others } = asObject(part);
    const written = style ?? "form";
    const isPlain = written === "form" && (explode ?? true) === true;
    return [
      name,
      isPlain ? others : { ...others, style: written, explode: explode ?? written === "form" },
    ] as const;
  });
  return Object.fromEntries(parts.filter(([, part]) => Object.keys(part).length > 0));
}

/** Whether a media type is parsed like an existing one: as JSON, for example, and not as text. */
function isReadAsOthers({ head, base }: Comparison, { old }: ContentPair, mediaType: string): boolean {
  const format = head.table.mediaTypes[mediaType];
  return [...old.values()].some((known) => base.table.mediaTypes[known.mediaType] === format);
}
