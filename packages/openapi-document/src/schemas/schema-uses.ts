import { type ListedOperation, listOperations } from "../operations/list-operations.ts";
import { locateContent, locateRequestBody, locateResponses } from "../operations/locate-bodies.ts";
import { operationParameters } from "../operations/operation-parameters.ts";
import { asObject, isJsonObject, type JsonObject } from "../pointer/json-object.ts";
import type { LocatedObject } from "../pointer/locate-object.ts";
import { referenceTarget } from "../pointer/reference-target.ts";
import type { BodyFormat } from "../table/api-description.ts";
import { bodyFormat } from "../table/body-format.ts";
import { schemaShape } from "./schema-shape.ts";

/** The uses of a schema in all operations of the document. */
export interface SchemaUse {
  /** Whether it describes a part of a request. */
  readonly sent: boolean;
  /** Whether it describes a part of a response. */
  readonly answered: boolean;
  /** Whether it describes an object of a response that no schema around it closes (`unevaluatedProperties: false`). */
  readonly open: boolean;
  /** Whether it describes a value that is written in JSON, or as text. */
  readonly value: boolean;
  /** Whether it describes a part of a multipart body, which can be a file. */
  readonly part: boolean;
  /** Whether it describes a part of a multipart body that is binary according to its `encoding`. */
  readonly file: boolean;
}

/** The use of each schema by its object in the document. A schema that no operation reaches is not in the map. */
export type SchemaUses = ReadonlyMap<unknown, SchemaUse>;

type Place = "value" | "form" | "part" | "file";
type Direction = "sent" | "answered";

interface Visit {
  readonly schema: unknown;
  readonly direction: Direction;
  readonly place: Place;
  readonly closed: boolean;
  /** For a form: names of the binary parts. */
  readonly files?: readonly string[];
}

const ALTERNATIVES = ["allOf", "anyOf", "oneOf"];
const MEMBERS = ["properties", "patternProperties"];
const OTHER_MEMBERS = ["additionalProperties", "unevaluatedProperties"];
const ELEMENTS = ["items", "contains", "unevaluatedItems"];

/**
 * Follows the schemas of all parameters and bodies of a document. It finds out which of them describe requests,
 * responses and parts of a multipart body. Schemas under `not` and `if` are skipped: they describe no value.
 *
 * @param formats body formats by media type; the format of a media type not listed follows from its name and schema
 */
export function schemaUses(
  document: JsonObject,
  formats: Readonly<Record<string, BodyFormat>> = {},
): SchemaUses {
  const uses = new Map<unknown, SchemaUse>();
  const seen = new Map<unknown, Set<string>>();
  const pending: Visit[] = listVisits(document, formats);
  // A list instead of recursion: deep documents would overflow the stack.
  for (let visit = pending.pop(); visit !== undefined; visit = pending.pop()) {
    const { schema, direction, place, closed, files = [] } = visit;
    if (!isJsonObject(schema)) continue;
    const known = seen.get(schema) ?? new Set();
    const key = `${direction} ${place} ${closed} ${files.join()}`;
    if (known.has(key)) continue;
    seen.set(schema, known.add(key));
    uses.set(schema, used(uses.get(schema), visit));
    pending.push(...inside(document, schema, visit));
  }
  return uses;
}

function used(before: SchemaUse | undefined, { direction, place, closed }: Visit): SchemaUse {
  return {
    sent: before?.sent === true || direction === "sent",
    answered: before?.answered === true || direction === "answered",
    open: before?.open === true || (direction === "answered" && !closed),
    value: before?.value === true || place === "value",
    part: before?.part === true || place === "part" || place === "file",
    file: before?.file === true || place === "file",
  };
}

function inside(document: JsonObject, schema: JsonObject, visit: Visit): Visit[] {
  const { direction, place, closed, files = [] } = visit;
  const found: Visit[] = [];
  const add = (inner: unknown, at: Place, isClosed = false): void =>
    void found.push({
      schema: inner,
      direction,
      place: at,
      closed: isClosed,
      ...(at === "form" ? { files } : {}),
    });
  if (typeof schema.$ref === "string" && schema.$ref.startsWith("#")) {
    add(referenceTarget(document, schema.$ref), place, closed);
  }
  // `unevaluatedProperties: false` closes the parts of the schema.
  const closes = closed || schema.unevaluatedProperties === false;
  for (const keyword of ALTERNATIVES) {
    const list = schema[keyword];
    if (Array.isArray(list)) for (const part of list) add(part, place, closes);
  }
  for (const keyword of ["then", "else"]) add(schema[keyword], place, closes);
  if (isJsonObject(schema.dependentSchemas))
    for (const part of Object.values(schema.dependentSchemas)) add(part, place, closes);
  // The properties of a form are its parts; the content of a part is JSON again.
  const member = place === "form" ? "part" : "value";
  for (const keyword of MEMBERS) {
    for (const [name, part] of Object.entries(asObject(schema[keyword])))
      add(part, member === "part" && files.includes(name) ? "file" : member);
  }
  for (const keyword of OTHER_MEMBERS) add(schema[keyword], member);
  // An array of files is sent as several parts.
  const element = place === "part" || place === "file" ? place : "value";
  for (const keyword of ELEMENTS) add(schema[keyword], element);
  if (Array.isArray(schema.prefixItems)) for (const part of schema.prefixItems) add(part, element);
  return found;
}

function listVisits(document: JsonObject, formats: Readonly<Record<string, BodyFormat>>): Visit[] {
  const visits: Visit[] = [];
  const addContent = (owner: LocatedObject, direction: Direction): void => {
    for (const [mediaType, { value, pointer }] of locateContent(document, owner)) {
      const format =
        formats[mediaType] ?? bodyFormat(mediaType, schemaShape(document, value.schema, pointer)).format;
      if (format === "binary") continue;
      const place = format === "form-data" ? "form" : "value";
      const files = place === "form" ? fileParts(value.encoding) : [];
      visits.push({ schema: value.schema, direction, place, closed: false, files });
    }
  };
  const addOperation = (entry: ListedOperation, sent: Direction, answered: Direction): void => {
    for (const parameter of operationParameters(document, entry)) {
      visits.push({ schema: parameter.value.schema, direction: sent, place: "value", closed: false });
      addContent(parameter, sent);
    }
    const body = locateRequestBody(document, entry);
    if (body !== undefined) addContent(body, sent);
    for (const [, response] of locateResponses(document, entry)) addContent(response, answered);
  };
  for (const entry of listOperations(document, [])) addOperation(entry, "sent", "answered");
  // A webhook reverses the directions: the API sends its request, and the consumer responds.
  for (const entry of listOperations(document, [], "webhooks")) addOperation(entry, "answered", "sent");
  return visits;
}

/** Lists the parts of a form whose `encoding` has a binary media type. */
function fileParts(encoding: unknown): string[] {
  return Object.entries(asObject(encoding)).flatMap(([name, part]) => {
    const written = isJsonObject(part) && typeof part.contentType === "string" ? part.contentType : "";
    const types = written.split(",").map((type) => type.trim());
    return types.some((type) => type !== "" && bodyFormat(type, "unknown").format === "binary") ? [name] : [];
  });
}
