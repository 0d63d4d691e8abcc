import type ts from "typescript5";
import type { FoundChange } from "../found-change.ts";
import { childPointer, resolvePointer } from "../json-pointer.ts";
import { operationPointer } from "../operation-pointer.ts";
import type { NamedOperation } from "../pair-operations.ts";
import { compareRequestBodies } from "./compare-request-bodies.ts";
import { locateNamed } from "./locate-named.ts";
import { locateSteps } from "./locate-steps.ts";
import type { OperationParts, TypedBody } from "./operation-parts.ts";
import { parameterPointer } from "./parameter-pointer.ts";
import type { PlacedType, TypeJudge } from "./type-judge.ts";
import { unreadableSuccesses } from "./unreadable-successes.ts";

/** An operation in one of the two documents. */
export interface TypedOperation {
  readonly document: object;
  readonly operation: NamedOperation;
  readonly parts: OperationParts;
}

/** The judges of what is sent and of what is read. */
export interface TypeJudges {
  readonly request: TypeJudge;
  readonly response: TypeJudge;
}

/**
 * Compares the types of an operation that both documents have: parameters and bodies as they are sent, answers and their
 * headers as they are read.
 */
export function compareOperation(
  old: TypedOperation,
  now: TypedOperation,
  judges: TypeJudges,
): FoundChange[] {
  const { name } = now.operation;
  const found = compareRequestBodies(old, now);
  for (const location of ["path", "query", "header", "cookie"]) {
    const [before, after] = [parametersIn(old, location), parametersIn(now, location)];
    if (before.type !== undefined || after.type !== undefined)
      found.push(...judges.request(before, after, name));
  }
  for (const before of old.parts.requests) {
    const after = now.parts.requests.find(({ mediaType }) => mediaType === before.mediaType);
    if (after !== undefined) found.push(...judges.request(bodyOf(old, before), bodyOf(now, after), name));
  }
  for (const before of old.parts.answers) {
    const after = now.parts.answers.find((body) => sameKind(body, before));
    if (after !== undefined) found.push(...judges.response(bodyOf(old, before), bodyOf(now, after), name));
  }
  for (const [status, before] of old.parts.headers) {
    const after = now.parts.headers.get(status);
    if (after === undefined) continue;
    found.push(...judges.response(headersOf(old, status, before), headersOf(now, status, after), name));
  }
  const readable = (body: TypedBody, known: TypedBody) =>
    judges.response(bodyOf(old, known), bodyOf(now, body), name).every(({ bump }) => bump !== "major");
  return found.concat(unreadableSuccesses(old, now, readable));
}

function sameKind(body: TypedBody, other: TypedBody): boolean {
  return body.status === other.status && body.mediaType === other.mediaType;
}

function parametersIn({ document, operation, parts }: TypedOperation, location: string): PlacedType {
  const pointer = operationPointer(document, operation);
  const pointerOf = (name: string) => parameterPointer(document, pointer, location, name);
  return {
    document,
    type: parts.parameters.get(location)?.type,
    locate: (steps) => locateNamed(document, pointerOf, steps),
  };
}

function bodyOf({ document, operation }: TypedOperation, { status, mediaType, type }: TypedBody): PlacedType {
  const pointer = operationPointer(document, operation);
  const holder =
    status === undefined ? childPointer(pointer, "requestBody") : childPointer(pointer, "responses", status);
  const schema = childPointer(resolvePointer(document, holder), "content", mediaType, "schema");
  return { document, type, locate: (steps) => locateSteps(document, schema, steps) };
}

function headersOf({ document, operation }: TypedOperation, status: string, type: ts.Type): PlacedType {
  const response = childPointer(operationPointer(document, operation), "responses", status);
  const pointerOf = (name: string) => childPointer(resolvePointer(document, response), "headers", name);
  return { document, type, locate: (steps) => locateNamed(document, pointerOf, steps) };
}
