import { DocumentError } from "../pointer/document-error.ts";
import { isJsonObject, type JsonObject } from "../pointer/json-object.ts";
import { childPointer } from "../pointer/json-pointer.ts";
import { type LocatedObject, locateObject } from "../pointer/locate-object.ts";
import { schemaShape } from "../schemas/schema-shape.ts";
import { isMediaType } from "./body-format.ts";
import type { MediaTypeRegistry } from "./media-type-registry.ts";

/**
 * Lists the media types of a request body or response in the order of the document, and adds them to the registry. A
 * key of `content` that is no media type is left out with a warning; documents of large vendors have some.
 */
export function contentMediaTypes(
  document: JsonObject,
  owner: LocatedObject,
  registry: MediaTypeRegistry,
): string[] {
  const { content } = owner.value;
  if (content === undefined) return [];
  const contentPointer = childPointer(owner.pointer, "content");
  if (!isJsonObject(content)) {
    throw new DocumentError("content must be an object of media types", [{ pointer: contentPointer }]);
  }
  return Object.entries(content).flatMap(([mediaType, node]) => {
    const pointer = childPointer(contentPointer, mediaType);
    if (!isMediaType(mediaType)) {
      const reason = `${JSON.stringify(mediaType)} is not a media type such as application/json and is left out; correct it`;
      registry.warnings.push({ kind: "no media type", pointer, reason });
      return [];
    }
    const described = locateObject(document, node ?? {}, pointer, "Media Type Object");
    const shape = schemaShape(document, described.value.schema, childPointer(described.pointer, "schema"));
    registry.add(mediaType, shape, pointer);
    return [mediaType];
  });
}
