import {
  asObject,
  childPointer,
  type EffectiveContent,
  type LocatedObject,
  sameJson,
} from "@np6/openapi-document";
import { compareTexts } from "./compare-texts.ts";
import { breaking, type Comparison, major, minor, type Part, patch } from "./comparison.ts";

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
export function compareMediaTypes(part: Part, content: ContentPair): void {
  const { comparison, direction, called } = part;
  const { old, now, pointer, what } = content;
  const gone = [...old].filter(([key]) => !now.has(key));
  const come = [...now].filter(([key]) => !old.has(key));
  const at = (mediaType: string) => childPointer(childPointer(pointer, "content"), mediaType);
  const whose = `the ${what} of ${called}`;
  const [oldType, newType] = [gone[0]?.[1].mediaType, come[0]?.[1].mediaType];
  if (gone.length === 1 && come.length === 1 && oldType !== undefined && newType !== undefined)
    part.tell(at(newType), breaking, `\`${oldType}\` became \`${newType}\` in ${whose}.`);
  else {
    for (const [, { mediaType, media }] of gone)
      part.tell(media.pointer, breaking, `\`${mediaType}\` was removed from ${whose}.`);
    for (const [, { mediaType }] of old.size > 0 ? come : []) {
      const isRead = direction === "response" && !isReadAsOthers(comparison, content, mediaType);
      const message = `The ${what} \`${mediaType}\` of ${called} is new${isRead ? ", and is read in another way than the others" : ""}.`;
      // A new first media type is reported as the new default.
      if (!isNewDefault(content) || [...now.values()][0]?.mediaType !== mediaType)
        part.tell(at(mediaType), isRead ? breaking : minor, message);
    }
  }
  for (const [key, before] of old) {
    const after = now.get(key);
    if (after === undefined) continue;
    const { mediaType } = after;
    if (before.mediaType !== mediaType)
      part.tell(at(mediaType), patch, `\`${before.mediaType}\` is written \`${mediaType}\` now in ${whose}.`);
    const was = comparison.base.table.mediaTypes[before.mediaType];
    const is = comparison.head.table.mediaTypes[mediaType];
    if (was !== is && was !== undefined && is !== undefined)
      part.tell(at(mediaType), breaking, `\`${mediaType}\` of ${called} is treated as ${is}; it was ${was}.`);
    compareBody(part, before.media, after.media);
  }
}

/** Whether the default changed: the first media type is a different one, and the old one still exists. */
export function isNewDefault({ old, now }: ContentPair): boolean {
  const [first, newFirst] = [[...old.keys()][0], [...now.keys()][0]];
  return first !== undefined && newFirst !== undefined && first !== newFirst && now.has(first);
}

/** Compares the `content` of a parameter or header. */
export function compareContent(part: Part, before: LocatedObject, after: LocatedObject): void {
  const media = ({ value, pointer }: LocatedObject) => {
    const [[mediaType, node] = []] = Object.entries(asObject(value.content));
    if (mediaType === undefined) return undefined;
    const at = childPointer(childPointer(pointer, "content"), mediaType);
    return { mediaType, value: asObject(node), pointer: at };
  };
  const [old, now] = [media(before), media(after)];
  if (old === undefined || now === undefined) return;
  if (old.mediaType.toLowerCase() !== now.mediaType.toLowerCase()) {
    const words = part.words(after.pointer);
    const message = `${words} is written as \`${now.mediaType}\`; it was \`${old.mediaType}\`.`;
    part.tell(now.pointer, major("wire"), message);
  }
  compareBody(part, old, now);
}

function compareBody(part: Part, before: LocatedObject, after: LocatedObject): void {
  const [had, has] = [before, after].map(({ value }) => value.schema !== undefined);
  const at = ({ pointer }: LocatedObject) => childPointer(pointer, "schema");
  if (had && has) part.schemas(at(before), at(after));
  else if (had !== has) {
    const isStricter = has === (part.direction === "request");
    const message = `${part.words(after.pointer)} ${has ? "has a schema now" : "has no schema any more"}.`;
    part.tell(at(after), isStricter ? breaking : minor, message);
  }
  const [from, to] = [before, after].map(({ value }) => encodingOf(value.encoding));
  if (!sameJson(from, to)) {
    const message = `\`encoding\` of ${part.words(after.pointer)} changed: its parts are written otherwise.`;
    part.tell(childPointer(after.pointer, "encoding"), major("wire"), message);
  }
  compareTexts(part, before, after);
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
