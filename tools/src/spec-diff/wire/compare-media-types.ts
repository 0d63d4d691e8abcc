import type { FoundChange } from "../found-change.ts";
import { childPointer, resolvePointer } from "../json-pointer.ts";
import { operationPointer } from "../operation-pointer.ts";
import type { NamedOperation, OperationPair } from "../pair-operations.ts";
import type { ReadSpec } from "../read-spec.ts";

/** Compares which media type a body has, and a success is asked for, by default, and how bodies are written and read. */
export function compareMediaTypes(
  { base: old, head: now }: OperationPair,
  base: ReadSpec,
  head: ReadSpec,
): FoundChange[] {
  const operation = operationPointer(head.document, now);
  const content = (mediaType: string, ...holder: string[]) =>
    childPointer(resolvePointer(head.document, childPointer(operation, ...holder)), "content", mediaType);
  const { name } = now;
  const found: FoundChange[] = [];
  const [before, after] = [old.requestBody?.mediaTypes ?? [], now.requestBody?.mediaTypes ?? []];
  const [first, newFirst] = [before[0], after[0]];
  // One that is gone is not a default any more, but that is not what breaks.
  if (first !== undefined && newFirst !== undefined && first !== newFirst && after.includes(first)) {
    found.push({
      head: content(newFirst, "requestBody"),
      direction: "request",
      operationId: name,
      bump: "major",
      message: `Bodies of \`${name}\` are sent as \`${newFirst}\` by default; they were sent as \`${first}\`. Pass \`contentType\` to keep that.`,
    });
  }
  for (const { status, first: asked, newFirst: askedNow } of changedSuccesses(old, now)) {
    found.push({
      head: content(askedNow, "responses", status),
      direction: "response",
      operationId: name,
      bump: "major",
      message: `\`${name}\` asks for its ${status} as \`${askedNow}\` by default; it asked for \`${asked}\`. Pass \`accept\` to keep that.`,
    });
  }
  const reformatted = (mediaType: string) =>
    base.table.mediaTypes[mediaType] !== head.table.mediaTypes[mediaType];
  const message = (mediaType: string) =>
    `\`${mediaType}\` of \`${name}\` is treated as ${head.table.mediaTypes[mediaType]}; it was ${base.table.mediaTypes[mediaType]}.`;
  for (const mediaType of before.filter((known) => after.includes(known) && reformatted(known))) {
    const place = content(mediaType, "requestBody");
    found.push({
      head: place,
      direction: "request",
      operationId: name,
      bump: "major",
      message: message(mediaType),
    });
  }
  for (const [status, mediaTypes] of Object.entries(old.responses)) {
    for (const mediaType of mediaTypes.filter(
      (known) => now.responses[status]?.includes(known) && reformatted(known),
    )) {
      const place = content(mediaType, "responses", status);
      found.push({
        head: place,
        direction: "response",
        operationId: name,
        bump: "major",
        message: message(mediaType),
      });
    }
  }
  return found;
}

/** The successes whose first media type is another one, while the old one is still there. */
function changedSuccesses(old: NamedOperation, now: NamedOperation) {
  return Object.entries(old.responses).flatMap(([status, before]) => {
    const after = now.responses[status] ?? [];
    const [first, newFirst] = [before[0], after[0]];
    if (!isSuccess(old, status) || first === undefined || newFirst === undefined) return [];
    return first !== newFirst && after.includes(first) ? [{ status, first, newFirst }] : [];
  });
}

/** Beside a declared 2xx, `default` stands for refusals; alone, it stands for everything. */
function isSuccess({ responses }: NamedOperation, status: string): boolean {
  if (Object.keys(responses).some((declared) => declared.startsWith("2"))) return status.startsWith("2");
  return status === "default";
}
