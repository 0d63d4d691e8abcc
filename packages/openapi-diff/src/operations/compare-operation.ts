import { childPointer, withoutSlash } from "@np6/openapi-document";
import { compareMediaTypes, isNewDefault } from "./compare-content.ts";
import { compareParameters } from "./compare-parameters.ts";
import { compareResponses } from "./compare-responses.ts";
import { compareSecurity } from "./compare-security.ts";
import { compareTexts } from "./compare-texts.ts";
import { type Comparison, calledBy, type OperationPair } from "./comparison.ts";

/** Compares an operation of both documents. */
export function compareOperation(comparison: Comparison, pair: OperationPair): void {
  const { old, now, name } = pair;
  if (!pair.turned) {
    compareServers(comparison, pair);
    compareSecurity(comparison, pair);
  }
  compareParameters(comparison, pair);
  compareRequestBody(comparison, pair);
  compareResponses(comparison, pair);
  compareCallbacks(comparison, pair);
  const [before, after] = [old, now].map(({ operation, operationPointer }) => ({
    value: operation,
    pointer: operationPointer,
  })) as [Parameters<typeof compareTexts>[1], Parameters<typeof compareTexts>[2]];
  compareTexts(comparison, before, after, undefined, name);
}

/** Compares the servers of an operation; without its own server, that of the document applies. */
function compareServers(comparison: Comparison, { old, now, name }: OperationPair): void {
  const [own, other] = [old.server, now.server];
  if (own === undefined && other === undefined) return;
  const shared = [comparison.base, comparison.head].map(({ table }) => withoutSlash(table.server ?? ""));
  const [from, to] = [own ?? shared[0], other ?? shared[1]];
  if (from === to) return;
  const pointer = childPointer(childPointer(childPointer(now.operationPointer, "servers"), 0), "url");
  const message = `Calls of \`${name}\` go to \`${to}\` by default; they went to \`${from}\`.`;
  comparison.tell({ pointer, bump: "major", breaks: ["wire"], message }, name);
}

function compareRequestBody(comparison: Comparison, pair: OperationPair): void {
  const { old, now, name } = pair;
  const [before, after] = [old.requestBody, now.requestBody];
  const direction = comparison.direction(pair, "request");
  const called = calledBy(pair);
  const breaks = ["types", "wire"] as const;
  if (before === undefined && after === undefined) return;
  const isNeeded = after?.value.required === true;
  if (before === undefined) {
    const message = isNeeded ? `${called} needs a body now.` : `The request body of ${called} is new.`;
    const verdict = isNeeded ? ({ bump: "major", breaks } as const) : ({ bump: "minor" } as const);
    comparison.tell({ pointer: after?.pointer ?? "#", direction, ...verdict, message }, name);
    return;
  }
  if (after === undefined) {
    const message = `The request body of ${called} was removed.`;
    comparison.tell({ pointer: before.pointer, direction, bump: "major", breaks, message }, name);
    return;
  }
  const wasNeeded = before.value.required === true;
  if (wasNeeded !== isNeeded) {
    const pointer = childPointer(after.pointer, "required");
    const message = isNeeded
      ? `The body of ${called} became required.`
      : `The body of ${called} may be left out now.`;
    const isWorse = isNeeded === (direction === "request");
    const verdict = isWorse ? ({ bump: "major", breaks } as const) : ({ bump: "minor" } as const);
    comparison.tell({ pointer, direction, ...verdict, message }, name);
  }
  const content = { old: old.requests, now: now.requests, pointer: after.pointer, what: "request" };
  if (isNewDefault(content)) {
    const [[first], [newFirst]] = [[...old.requests.values()], [...now.requests.values()]];
    const pointer = childPointer(childPointer(after.pointer, "content"), newFirst?.mediaType ?? "");
    const message = `Bodies of ${called} are sent as \`${newFirst?.mediaType}\` by default; they were sent as \`${first?.mediaType}\`. Pass \`contentType\` to keep that.`;
    comparison.tell({ pointer, direction, bump: "major", breaks: ["wire"], message }, name);
  }
  compareMediaTypes(comparison, pair, "request", content);
  compareTexts(comparison, before, after, direction, name);
}

/** Compares callbacks with reversed directions, because the API sends their requests. */
function compareCallbacks(comparison: Comparison, { name, old, now, turned }: OperationPair): void {
  for (const [key, before] of old.callbacks) {
    const after = now.callbacks.get(key);
    if (after === undefined) {
      const message = `The callback \`${key}\` of \`${name}\` was removed.`;
      comparison.tell(
        { pointer: before.operationPointer, direction: "response", bump: "major", breaks: ["wire"], message },
        name,
      );
    } else {
      comparison.withoutTypes(() =>
        compareOperation(comparison, { name, old: before, now: after, turned: !turned }),
      );
    }
  }
  for (const [key, added] of now.callbacks) {
    if (old.callbacks.has(key)) continue;
    const message = `The callback \`${key}\` of \`${name}\` is new.`;
    comparison.tell({ pointer: added.operationPointer, direction: "response", bump: "minor", message }, name);
  }
}
