import type { SourceLocation } from "../pointer/source-location.ts";
import type { Place, SourceFile } from "./source-file.ts";

/** Records the origins of the parts of a bundle. A part without a record is at the same pointer of the root file. */
export class Origins {
  readonly #root: SourceFile;
  readonly #places: { readonly out: string; readonly place: Place }[] = [];

  constructor(root: SourceFile) {
    this.#root = root;
  }

  /** Records the origin of a pointer into the bundle. */
  add(out: string, place: Place): void {
    this.#places.push({ out, place });
  }

  /** Finds the source file and pointer for a pointer into the bundle. */
  locate(pointer: string): SourceLocation {
    let best: { out: string; place: Place } | undefined;
    for (const origin of this.#places) {
      const inside = pointer === origin.out || pointer.startsWith(`${origin.out}/`);
      if (inside && origin.out.length >= (best?.out.length ?? 0)) best = origin;
    }
    if (best === undefined) return { file: this.#root.shown, pointer };
    return { file: best.place.file.shown, pointer: best.place.pointer + pointer.slice(best.out.length) };
  }
}
