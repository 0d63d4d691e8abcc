import { httpMethods } from "./http-methods.ts";
import { isRecord } from "./is-record.ts";
import type { Direction } from "./spec-change.ts";

type MutableObject = Record<string, unknown>;

/**
 * Copies a document without what travels the other way, so that a comparison of two such copies judges one direction
 * only. Everything that stays keeps its pointer. Webhooks and callbacks are sent by the API: what is a request there, the
 * client reads.
 */
export function oneDirection(document: object, direction: Direction): MutableObject {
  const copy = structuredClone(document) as MutableObject;
  keepInAll(copy.paths, direction);
  keepInAll(copy.webhooks, opposite(direction));
  if (isRecord(copy.components)) keepInAll(copy.components.pathItems, direction);
  return copy;
}

function keepInAll(pathItems: unknown, direction: Direction): void {
  if (!isRecord(pathItems)) return;
  for (const pathItem of Object.values(pathItems)) {
    if (!isRecord(pathItem)) continue;
    const item = pathItem as MutableObject;
    if (direction === "response") delete item.parameters;
    for (const method of httpMethods) {
      if (isRecord(item[method])) keepInOperation(item[method] as MutableObject, direction);
    }
  }
}

function keepInOperation(operation: MutableObject, direction: Direction): void {
  if (direction === "request") operation.responses = {};
  else {
    delete operation.parameters;
    delete operation.requestBody;
  }
  if (!isRecord(operation.callbacks)) return;
  for (const callback of Object.values(operation.callbacks)) keepInAll(callback, opposite(direction));
}

function opposite(direction: Direction): Direction {
  return direction === "request" ? "response" : "request";
}
