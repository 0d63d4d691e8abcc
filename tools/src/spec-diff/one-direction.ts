import type { FindUses } from "./find-uses.ts";
import { httpMethods } from "./http-methods.ts";
import { isRecord } from "./is-record.ts";
import { childPointer } from "./json-pointer.ts";
import type { Direction } from "./spec-change.ts";

type MutableObject = Record<string, unknown>;

/**
 * Copies a document without what travels the other way, so that a comparison of two such copies judges one direction
 * only. Everything that stays keeps its pointer. What does not travel at all (servers, security, unused components) stays
 * with the requests. Webhooks and callbacks are sent by the API: what is a request there, the client reads.
 * @param findUses - the document's
 */
export function oneDirection(document: object, direction: Direction, findUses: FindUses): MutableObject {
  const copy = structuredClone(document) as MutableObject;
  keepInAll(copy.paths, direction, direction);
  keepInAll(copy.webhooks, direction, opposite(direction));
  keepComponents(copy.components, direction, findUses);
  if (direction === "request") return copy;
  const { openapi, jsonSchemaDialect, paths, webhooks, components } = copy;
  const travelling = {
    openapi,
    info: { title: "", version: "" },
    jsonSchemaDialect,
    paths,
    webhooks,
    components,
  };
  return Object.fromEntries(Object.entries(travelling).filter(([, value]) => value !== undefined));
}

function keepComponents(components: unknown, direction: Direction, findUses: FindUses): void {
  if (!isRecord(components)) return;
  for (const [kind, named] of Object.entries(components)) {
    if (kind === "pathItems") keepInAll(named, direction, direction);
    for (const name of Object.keys(isRecord(named) ? named : {})) {
      const uses = findUses(childPointer("#", "components", kind, name));
      const stays =
        uses.length === 0 ? direction === "request" : uses.some((use) => use.direction === direction);
      if (!stays && kind !== "pathItems") Reflect.deleteProperty(named as object, name);
    }
  }
}

/** @param sent - the direction of what the operations here call a request, if the client is to send it: `request` */
function keepInAll(pathItems: unknown, direction: Direction, part: Direction): void {
  if (!isRecord(pathItems)) return;
  for (const pathItem of Object.values(pathItems)) {
    if (!isRecord(pathItem)) continue;
    if (part === "response") Reflect.deleteProperty(pathItem, "parameters");
    for (const [key, operation] of Object.entries(pathItem)) {
      if (httpMethods.includes(key) && isRecord(operation)) keepInOperation(operation, direction, part);
      else if (direction === "response") Reflect.deleteProperty(pathItem, key);
    }
  }
}

/** @param part - which part of these operations travels in the direction: other for what the API sends */
function keepInOperation(operation: MutableObject, direction: Direction, part: Direction): void {
  for (const callback of Object.values(isRecord(operation.callbacks) ? operation.callbacks : {})) {
    keepInAll(callback, direction, opposite(part));
  }
  const partial = ["parameters", "requestBody"];
  const dropped = part === "request" ? [] : partial;
  if (part === "request") operation.responses = {};
  const other = Object.keys(operation).filter(
    (key) => direction === "response" && !["callbacks", "responses", ...partial].includes(key),
  );
  for (const key of [...dropped, ...other]) Reflect.deleteProperty(operation, key);
}

function opposite(direction: Direction): Direction {
  return direction === "request" ? "response" : "request";
}
