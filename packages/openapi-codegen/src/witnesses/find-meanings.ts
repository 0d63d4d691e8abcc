import type { SpecChange } from "@np6/openapi-diff";
import {
  addressOf,
  createOperationTable,
  type EffectiveOperation,
  effectiveOperations,
  type JsonObject,
  referenceTarget,
} from "@np6/openapi-document";

/** Finds a request that is valid before and after, and omits a value whose default changed. */
export function otherDefault(
  { pointer }: SpecChange,
  before: EffectiveOperation,
  after: EffectiveOperation | undefined,
): unknown {
  for (const [key, parameter] of after?.parameters ?? []) {
    if (pointer !== `${parameter.pointer}/schema/default`) continue;
    const [meant, means] = [before.parameters.get(key), parameter].map(
      (one) => Object(one?.value.schema).default,
    );
    return { address: `${before.method} ${before.path}`, leftOut: key, meant, means };
  }
  return undefined;
}

/** Finds a call whose operation name now belongs to another operation. */
export function otherOperation(
  { pointer, message }: SpecChange,
  old: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
): unknown {
  const [, name = ""] = /`([^`]+)`/.exec(message) ?? [];
  const [meant, means] = [old.get(name), now.get(name)];
  const isOther = pointer.endsWith("/operationId") && meant !== undefined && means !== undefined;
  return isOther && meant !== means ? { call: name, meant, means } : undefined;
}

/** Finds a request to the consumer that the API does not send any more. */
export function incomingThatIsGone({ pointer }: SpecChange, base: JsonObject, head: JsonObject): unknown {
  if (referenceTarget(head, pointer) !== undefined) return undefined;
  const incoming = [
    ...effectiveOperations(base, "webhooks"),
    ...effectiveOperations(base, "paths").flatMap(({ callbacks }) => [...callbacks.values()]),
  ].find(({ operationPointer }) => operationPointer === pointer);
  if (incoming === undefined) return undefined;
  const [content] = incoming.requests.values();
  return { address: `${incoming.method} ${incoming.path}`, body: content?.mediaType };
}

/** Maps the names of operations to their addresses. */
export function addressesOf(document: JsonObject): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(createOperationTable(document).table.operations).map(([name, operation]) => [
      name,
      addressOf(operation),
    ]),
  );
}
