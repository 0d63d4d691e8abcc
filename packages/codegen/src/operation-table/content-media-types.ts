import { CodegenError } from "../codegen-error.ts";
import { isRecord, type JsonObject } from "../is-record.ts";
import { childPointer } from "../json-pointer.ts";
import { isMediaType } from "./body-format.ts";
import type { MediaTypeRegistry } from "./media-type-registry.ts";
import { type LocatedObject, resolveReference } from "./resolve-reference.ts";
import { schemaShape } from "./schema-shape.ts";

/**
 * Lists the media types of a request body or response in the order of the document, and enters them in the registry.
 *
 * @throws CodegenError when a key of `content` is not a media type
 */
export function contentMediaTypes(
  document: JsonObject,
  owner: LocatedObject,
  registry: MediaTypeRegistry,
): string[] {
  const { content } = owner.value;
  if (content === undefined) return [];
  const contentPointer = childPointer(owner.pointer, "content");
  if (!isRecord(content)) {
    throw new CodegenError("content must be an object of media types", [{ pointer: contentPointer }]);
  }
  return Object.entries(content).map(([mediaType, node]) => {
    const pointer = childPointer(contentPointer, mediaType);
    if (!isMediaType(mediaType)) {
      throw new CodegenError(`"${mediaType}" is not a media type such as application/json`, [{ pointer }]);
    }
    const described = resolveReference(document, node ?? {}, pointer, "Media Type Object");
    const shape = schemaShape(document, described.value.schema, childPointer(described.pointer, "schema"));
    registry.add(mediaType, shape, pointer);
    return mediaType;
  });
}
