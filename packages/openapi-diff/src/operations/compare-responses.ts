import { childPointer, type EffectiveOperation, type EffectiveResponse } from "@np6/openapi-document";
import { compareMediaTypes, isNewDefault } from "./compare-content.ts";
import { compareTexts } from "./compare-texts.ts";
import { type Comparison, calledBy, type OperationPair } from "./comparison.ts";

const BREAKS = ["types", "wire"] as const;

/** Compares the responses of an operation: statuses, headers, bodies. */
export function compareResponses(comparison: Comparison, pair: OperationPair): void {
  const { old, now, name } = pair;
  const direction = comparison.direction(pair, "response");
  const called = calledBy(pair);
  const gone = [...old.responses].filter(([status]) => !now.responses.has(status));
  const come = [...now.responses].filter(([status]) => !old.responses.has(status));
  const [lost, added] = [gone, come].map((all) => all.filter(([status]) => status.startsWith("2")));
  const renamed =
    lost?.length === 1 && added?.length === 1 ? { from: lost[0]?.[0], to: added[0]?.[0] } : undefined;
  if (renamed !== undefined) {
    const message = `Status \`${renamed.from}\` became \`${renamed.to}\` in the answers of ${called}.`;
    comparison.tell(
      { pointer: added?.[0]?.[1].response.pointer ?? "#", direction, bump: "major", breaks: BREAKS, message },
      name,
    );
  }
  for (const [status, { response }] of gone) {
    if (status === renamed?.from) continue;
    const message = `Response \`${status}\` was removed from the answers of ${called}.`;
    comparison.tell(
      { pointer: response.pointer, direction, bump: "major", breaks: ["types"], message },
      name,
    );
  }
  for (const [status, response] of come) {
    if (status !== renamed?.to) tellNew(comparison, pair, status, response, called);
  }
  for (const [status, before] of old.responses) {
    const after = now.responses.get(status);
    if (after !== undefined) compareOne(comparison, pair, status, before, after, called);
  }
}

/** Reports a new response. Only a success, in its first media type, is part of a call's result. */
function tellNew(
  comparison: Comparison,
  pair: OperationPair,
  status: string,
  added: EffectiveResponse,
  called: string,
): void {
  const direction = comparison.direction(pair, "response");
  const known = successes(pair.old);
  const where = childPointer(childPointer(pair.now.operationPointer, "responses"), status);
  const isSuccess = successes(pair.now).includes(added);
  const [first] = added.content.values();
  const bodies = known.flatMap(({ content }) => [...content.values()]);
  const tellMajor = (pointer: string, message: string) =>
    comparison.tell({ pointer, direction, bump: "major", breaks: BREAKS, message }, pair.name);
  if (
    isSuccess &&
    first === undefined &&
    bodies.length > 0 &&
    known.every(({ content }) => content.size > 0)
  ) {
    tellMajor(where, `${called} can answer ${status} without a body, where there always was one.`);
  } else if (
    isSuccess &&
    first !== undefined &&
    bodies.length > 0 &&
    !isReadable(comparison, first, bodies)
  ) {
    tellMajor(
      first.media.pointer,
      `${called} can answer ${status} with a \`${first.mediaType}\` that code for its other answers cannot read.`,
    );
  } else {
    const message = `The ${status} answer of ${called} is new.`;
    comparison.tell({ pointer: where, direction, bump: "minor", message }, pair.name);
  }
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

/** Selects the success responses: every declared 2xx, or else `default`. Beside a 2xx, `default` describes errors. */
function successes({ responses }: EffectiveOperation): EffectiveResponse[] {
  const declared = [...responses.keys()].some((status) => status.startsWith("2"));
  return [...responses].flatMap(([status, response]) =>
    (declared ? status.startsWith("2") : status === "default") ? [response] : [],
  );
}

function compareOne(
  comparison: Comparison,
  pair: OperationPair,
  status: string,
  before: EffectiveResponse,
  after: EffectiveResponse,
  called: string,
): void {
  const direction = comparison.direction(pair, "response");
  const { pointer } = after.response;
  const tell = (
    place: string,
    bump: "major" | "minor" | "patch",
    message: string,
    breaks?: readonly ("types" | "wire")[],
  ) =>
    comparison.tell({ pointer: place, direction, bump, message, ...(breaks ? { breaks } : {}) }, pair.name);
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
    tell(place, isKnown ? "patch" : "major", message, isKnown ? undefined : ["wire"]);
  }
  if (before.content.size === 0 && after.content.size > 0)
    tell(childPointer(pointer, "content"), "minor", `The ${status} answer of ${called} has a body now.`);
  if (before.content.size > 0 && after.content.size === 0)
    tell(pointer, "major", `The ${status} answer of ${called} has no body any more.`, BREAKS);
  else compareMediaTypes(comparison, pair, "response", content);
  const [was, is] = [before, after].map(({ response }) => response.value["x-body-may-be-empty"] === true);
  if (was !== is) {
    const place = childPointer(pointer, "x-body-may-be-empty");
    const message = `The ${status} answer of ${called} ${is ? "may come without a body" : "always has a body"} (\`x-body-may-be-empty\`).`;
    if (!isSuccess) tell(place, "patch", message);
    // The types describe the body, not whether there is one.
    else tell(place, is ? "major" : "minor", message, is ? ["wire"] : undefined);
  }
  compareHeaders(comparison, pair, before, after, `the ${status} answer of ${called}`);
  compareTexts(comparison, before.response, after.response, direction, pair.name);
}

function compareHeaders(
  comparison: Comparison,
  pair: OperationPair,
  before: EffectiveResponse,
  after: EffectiveResponse,
  whose: string,
): void {
  const direction = comparison.direction(pair, "response");
  for (const [key, header] of before.headers) {
    const other = after.headers.get(key);
    if (other === undefined) {
      const message = `The header \`${header.name}\` of ${whose} was removed.`;
      comparison.tell(
        { pointer: header.pointer, direction, bump: "major", breaks: BREAKS, message },
        pair.name,
      );
      continue;
    }
    const [was, is] = [header, other].map(({ value }) => value.required === true);
    if (was !== is) {
      const message = `The header \`${other.name}\` of ${whose} ${is ? "is always there now" : "may be missing now"}.`;
      const verdict = is ? ({ bump: "minor" } as const) : ({ bump: "major", breaks: BREAKS } as const);
      comparison.tell(
        { pointer: childPointer(other.pointer, "required"), direction, ...verdict, message },
        pair.name,
      );
    }
    comparison.schemas(direction, [[`${header.pointer}/schema`], [`${other.pointer}/schema`]], pair.name);
    compareTexts(comparison, header, other, direction, pair.name);
  }
  for (const [key, header] of after.headers) {
    if (before.headers.has(key)) continue;
    const message = `The header \`${header.name}\` of ${whose} is new.`;
    comparison.tell({ pointer: header.pointer, direction, bump: "minor", message }, pair.name);
  }
}
