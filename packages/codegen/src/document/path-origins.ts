import type { BaseResolver, Document } from "@redocly/openapi-core";
import type { SourceLocation } from "../codegen-error.ts";
import { isRecord } from "../is-record.ts";
import { childPointer, pointerTokens } from "../json-pointer.ts";

/** Where the parts of the bundled document were written. */
export interface PathOrigins {
  /** Pointers into the bundle of path items from other files, and their original places. */
  readonly pathItems: ReadonlyMap<string, SourceLocation>;
  /** Pointers of the components that the root file has itself. The bundler adds those of other files. */
  readonly ownComponents: ReadonlySet<string>;
}

/**
 * Notes which path items come from other files, before bundling copies them into the document, so that a message can
 * name the file that has to be edited.
 *
 * @param showFile turns an absolute path into one for a person
 */
export async function pathOrigins(
  root: Document,
  resolver: BaseResolver,
  showFile: (absolutePath: string) => string,
): Promise<PathOrigins> {
  const pathItems = new Map<string, SourceLocation>();
  const ownComponents = new Set(componentPointers(root.parsed));
  const paths: unknown = isRecord(root.parsed) ? root.parsed.paths : undefined;
  if (!isRecord(paths)) return { pathItems, ownComponents };
  for (const [path, item] of Object.entries(paths)) {
    let node: unknown = item;
    let document: Document = root;
    let pointer = childPointer("#/paths", path);
    // The bound stops references that go in a circle; the bundler reports those.
    for (let hop = 0; hop < 16 && isRecord(node) && typeof node.$ref === "string"; hop += 1) {
      const [file = "", fragment = ""] = node.$ref.split("#");
      const target =
        file === ""
          ? document
          : await resolver.resolveDocument(document.source.absoluteRef, file).catch(() => undefined);
      if (target === undefined || target instanceof Error) break;
      document = target;
      pointer = `#${fragment}`;
      node = pointerTokens(pointer).reduce<unknown>(
        (parent, token) => (isRecord(parent) ? parent[token] : undefined),
        document.parsed,
      );
    }
    if (document !== root) {
      pathItems.set(childPointer("#/paths", path), { file: showFile(document.source.absoluteRef), pointer });
    }
  }
  return { pathItems, ownComponents };
}

function componentPointers(document: unknown): string[] {
  if (!isRecord(document) || !isRecord(document.components)) return [];
  return Object.entries(document.components).flatMap(([kind, components]) =>
    isRecord(components)
      ? Object.keys(components).map((name) => childPointer(childPointer("#/components", kind), name))
      : [],
  );
}

/** Turns a pointer into the bundle into the place where its author wrote it. */
export function originalLocation(pointer: string, file: string, origins: PathOrigins): SourceLocation {
  for (const [bundled, origin] of origins.pathItems) {
    if (pointer !== bundled && !pointer.startsWith(`${bundled}/`)) continue;
    return { ...origin, pointer: `${origin.pointer ?? "#"}${pointer.slice(bundled.length)}` };
  }
  const component = pointer.split("/").slice(0, 4).join("/");
  const fromOtherFile = pointer.startsWith("#/components/") && !origins.ownComponents.has(component);
  return { file: fromOtherFile ? `${file} (bundled)` : file, pointer };
}
