import {
  childPointer,
  type EffectiveOperation,
  type EffectiveResponse,
  successStatuses,
} from "@np6/openapi-document";
import { compareMediaTypes, isNewDefault } from "./compare-content.ts";
import { compareTexts } from "./compare-texts.ts";
import { breaking, type Comparison, major, minor, type Part, patch } from "./comparison.ts";

/** Compares the responses of an operation: statuses, headers, bodies. */
export function compareResponses(part: Part): void {
  const { called, pair } = part;
  const { old, now } = pair;
  const gone = [...old.responses].filter(([status]) => !now.responses.has(status));
  const come = [...now.responses].filter(([status]) => !old.responses.has(status));
  const [lost, added] = [gone, come].map((all) => all.filter(([status]) => status.startsWith("2")));
  const renamed =
    lost?.length === 1 && added?.length === 1 ? { from: lost[0]?.[0], to: added[0]?.[0] } : undefined;
  if (renamed !== undefined) {
    const message = `Status \`${renamed.from}\` became \`${renamed.to}\` in the answers of ${called}.`;
    part.tell(added?.[0]?.[1].response.pointer ?? "#", breaking, message);
  }
  for (const [status, { response }] of gone) {
    if (status === renamed?.from) continue;
    const message = `Response \`${status}\` was removed from the answers of ${called}.`;
    part.tell(response.pointer, major("types"), message);
  }
  for (const [status, response] of come) {
    if (status !== renamed?.to) tellNew(part, status, response);
  }
  for (const [status, before] of old.responses) {
    const after = now.responses.get(status);
    if (after !== undefined) compareOne(part, status, before, after);
  }
}

/** Reports a new response. Only a success, in its first media type, is part of a call's result. */
function tellNew(part: Part, status: string, added: EffectiveResponse): void {
  const { comparison, called, pair } = part;
  const known = successes(pair.old);
  const where = childPointer(childPointer(pair.now.operationPointer, "responses"), status);
  const [first] = added.content.values();
  const bodies = known.flatMap(({ content }) => [...content.values()]);
  const isResult = successes(pair.now).includes(added) && bodies.length > 0;
  if (isResult && first === undefined && known.every(({ content }) => content.size > 0))
    part.tell(where, breaking, `${called} can answer ${status} without a body, where there always was one.`);
  else if (isResult && first !== undefined && !isReadable(comparison, first, bodies)) {
    const message = `${called} can answer ${status} with a \`${first.mediaType}\` that code for its other answers cannot read.`;
    part.tell(first.media.pointer, breaking, message);
  } else part.tell(where, minor, `The ${status} answer of ${called} is new.`);
}

type Body = EffectiveResponse["content"] extends ReadonlyMap<string, infer Content> ? Content : never;

function isReadable(comparison: Comparison, body: Body, known: readonly Body[]): boolean {
  const format = comparison.head.table.mediaTypes[body.mediaType];
  return known.some(({ media, mediaType }) => {
    if (comparison.base.table.mediaTypes[mediaType] !== format) return false;
    const [old, now] = [media, body.media].map(({ pointer }) => [childPointer(pointer, "schema")]);
    return comparison.isReadable([old ?? [], now ?? []]);
  });
}

function successes({ responses }: EffectiveOperation): EffectiveResponse[] {
  return successStatuses([...responses.keys()]).flatMap((status) => responses.get(status) ?? []);
}

function compareOne(part: Part, status: string, before: EffectiveResponse, after: EffectiveResponse): void {
  const { comparison, called, pair } = part;
  const { pointer } = after.response;
  const whose = `the ${status} answer of ${called}`;
  const content = { old: before.content, now: after.content, pointer, what: `${status} answer` };
  const isSuccess = successes(pair.now).includes(after);
  if (isSuccess && isNewDefault(content)) {
    const [[first], [newFirst]] = [[...before.content.values()], [...after.content.values()]];
    const place = childPointer(childPointer(pointer, "content"), newFirst?.mediaType ?? "");
    const message = `${called} asks for its ${status} as \`${newFirst?.mediaType}\` by default; it asked for \`${first?.mediaType}\`. Pass \`accept\` to keep that.`;
    // If the media type existed before and is parsed in the same way, a server may have sent it already.
    const isKnown =
      before.content.has([...after.content.keys()][0] ?? "") &&
      first !== undefined &&
      newFirst !== undefined &&
      isReadable(comparison, newFirst, [first]);
    part.tell(place, isKnown ? patch : major("wire"), message);
  }
  if (before.content.size === 0 && after.content.size > 0)
    part.tell(childPointer(pointer, "content"), minor, `${whose} has a body now.`);
  if (before.content.size > 0 && after.content.size === 0)
    part.tell(pointer, breaking, `${whose} has no body any more.`);
  else compareMediaTypes(part, content);
  const [was, is] = [before, after].map(({ response }) => response.value["x-body-may-be-empty"] === true);
  if (was !== is) {
    const message = `${whose} ${is ? "may come without a body" : "always has a body"} (\`x-body-may-be-empty\`).`;
    // The types describe the body, not whether there is one.
    const ofResult = is ? major("wire") : minor;
    part.tell(childPointer(pointer, "x-body-may-be-empty"), isSuccess ? ofResult : patch, message);
  }
  compareHeaders(part, before, after, whose);
  compareTexts(part, before.response, after.response);
}

function compareHeaders(
  part: Part,
  before: EffectiveResponse,
  after: EffectiveResponse,
  whose: string,
): void {
  for (const [key, header] of before.headers) {
    const other = after.headers.get(key);
    if (other === undefined) {
      part.tell(header.pointer, breaking, `The header \`${header.name}\` of ${whose} was removed.`);
      continue;
    }
    const at = (field: string) => childPointer(other.pointer, field);
    const [was, is] = [header, other].map(({ value }) => value.required === true);
    if (was !== is) {
      const message = `The header \`${other.name}\` of ${whose} ${is ? "is always there now" : "may be missing now"}.`;
      part.tell(at("required"), is ? minor : breaking, message);
    }
    part.schemas(`${header.pointer}/schema`, at("schema"));
    compareTexts(part, header, other);
  }
  for (const [key, header] of after.headers) {
    if (before.headers.has(key)) continue;
    part.tell(header.pointer, minor, `The header \`${header.name}\` of ${whose} is new.`);
  }
}
