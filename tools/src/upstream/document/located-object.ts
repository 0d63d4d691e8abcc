import {
  DocumentError,
  type JsonObject,
  type LocatedObject,
  locateObject as locate,
  referenceTarget,
} from "@np6/openapi-document";
import { UpstreamError } from "../upstream-error.ts";
import { jsonObject } from "./json-object.ts";

/**
 * What stands at a pointer, with `$ref`s followed; an empty object when nothing stands there.
 * @throws UpstreamError when a `$ref` leads out of the document, to nothing, or in a circle
 */
export function locateObject(document: JsonObject, pointer: string): LocatedObject {
  const node = jsonObject(referenceTarget(document, pointer)) ?? {};
  try {
    return locate(document, node, pointer, "object");
  } catch (cause) {
    if (!(cause instanceof DocumentError)) throw cause;
    throw new UpstreamError(
      `${pointer}: $ref "${node.$ref}" leads nowhere in this document; mend it, or bundle the document into one file.`,
      { cause },
    );
  }
}
