import { childPointer, type EffectiveOperation, withoutSlash } from "@np6/openapi-document";
import { compareMediaTypes, isNewDefault } from "./compare-content.ts";
import { compareParameters } from "./compare-parameters.ts";
import { compareResponses } from "./compare-responses.ts";
import { compareSecurity } from "./compare-security.ts";
import { compareTexts } from "./compare-texts.ts";
import { breaking, type Comparison, major, minor, type OperationPair, Part } from "./comparison.ts";

/** Compares an operation of both documents. */
export function compareOperation(comparison: Comparison, pair: OperationPair): void {
  if (!pair.turned) {
    compareServers(comparison, pair);
    compareSecurity(comparison, pair);
  }
  const [request, response] = [new Part(comparison, pair, "request"), new Part(comparison, pair, "response")];
  compareParameters(request);
  compareRequestBody(request);
  compareResponses(response);
  compareCallbacks(comparison, pair);
  const located = ({ operation, operationPointer }: EffectiveOperation) => ({
    value: operation,
    pointer: operationPointer,
  });
  compareTexts(new Part(comparison, pair), located(pair.old), located(pair.now));
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
  comparison.tell(pointer, major("wire"), message, { operation: name });
}

function compareRequestBody(part: Part): void {
  const { direction, called, pair } = part;
  const { old, now } = pair;
  const [before, after] = [old.requestBody, now.requestBody];
  if (before === undefined && after === undefined) return;
  const isNeeded = after?.value.required === true;
  if (before === undefined) {
    const message = isNeeded ? `${called} needs a body now.` : `The request body of ${called} is new.`;
    part.tell(after?.pointer ?? "#", isNeeded ? breaking : minor, message);
    return;
  }
  if (after === undefined) {
    part.tell(before.pointer, breaking, `The request body of ${called} was removed.`);
    return;
  }
  const wasNeeded = before.value.required === true;
  if (wasNeeded !== isNeeded) {
    const message = `The body of ${called} ${isNeeded ? "became required" : "may be left out now"}.`;
    const isWorse = isNeeded === (direction === "request");
    part.tell(childPointer(after.pointer, "required"), isWorse ? breaking : minor, message);
  }
  const content = { old: old.requests, now: now.requests, pointer: after.pointer, what: "request" };
  if (isNewDefault(content)) {
    const [[first], [newFirst]] = [[...old.requests.values()], [...now.requests.values()]];
    const pointer = childPointer(childPointer(after.pointer, "content"), newFirst?.mediaType ?? "");
    const message = `Bodies of ${called} are sent as \`${newFirst?.mediaType}\` by default; they were sent as \`${first?.mediaType}\`. Pass \`contentType\` to keep that.`;
    part.tell(pointer, major("wire"), message);
  }
  compareMediaTypes(part, content);
  compareTexts(part, before, after);
}

/** Compares callbacks with reversed directions, because the API sends their requests. */
function compareCallbacks(comparison: Comparison, { name, old, now, turned }: OperationPair): void {
  const concern = { direction: "response", operation: name } as const;
  for (const [key, before] of old.callbacks) {
    const after = now.callbacks.get(key);
    if (after === undefined) {
      const message = `The callback \`${key}\` of \`${name}\` was removed.`;
      comparison.tell(before.operationPointer, major("wire"), message, concern);
    } else {
      comparison.withoutTypes(() =>
        compareOperation(comparison, { name, old: before, now: after, turned: !turned }),
      );
    }
  }
  for (const [key, added] of now.callbacks) {
    if (old.callbacks.has(key)) continue;
    const message = `The callback \`${key}\` of \`${name}\` is new.`;
    comparison.tell(added.operationPointer, minor, message, concern);
  }
}
