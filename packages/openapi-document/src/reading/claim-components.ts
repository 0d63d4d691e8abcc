import { asObject, isJsonObject } from "../pointer/json-object.ts";
import { childPointer } from "../pointer/json-pointer.ts";
import type { ComponentNames } from "./component-names.ts";
import type { ReferenceFinder } from "./find-reference.ts";
import type { Found, SourceFile } from "./source-file.ts";

/** Keeps the names of root components that only refer to another file: the target gets the same name in the bundle. */
export function claimComponents(root: SourceFile, names: ComponentNames, finder: ReferenceFinder): void {
  for (const [kind, named] of Object.entries(asObject(asObject(root.root).components))) {
    for (const [name, node] of Object.entries(asObject(named))) {
      const place = { file: root, pointer: childPointer(childPointer("#/components", kind), name) };
      for (let at: Found = { ...place, value: node }, hops = 0; hops < 16; hops += 1) {
        if (
          !isJsonObject(at.value) ||
          typeof at.value.$ref !== "string" ||
          Object.keys(at.value).length !== 1
        )
          break;
        const target = finder.find(at.value.$ref, at);
        if (target === undefined) break;
        if (target.file !== root) names.claim(kind, name, target);
        else if (at.file !== root || at.pointer === target.pointer) break;
        at = target;
      }
    }
  }
}
