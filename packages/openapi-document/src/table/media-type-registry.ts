import type { TableWarning } from "../operations/table-warning.ts";
import type { SchemaShape } from "../schemas/schema-shape.ts";
import type { BodyFormat } from "./api-description.ts";
import { type BodyFormatDecision, bodyFormat } from "./body-format.ts";

// A media type has one format everywhere. A schema that needs JSON is the strongest evidence, because a JSON text can
// also be a string. Binary precedes text, because reading bytes as text loses them.
const STRENGTH: readonly BodyFormat[] = ["json", "binary", "text"];

/** Collects the media types of all operations and chooses one format for each. */
export class MediaTypeRegistry {
  readonly #found = new Map<string, BodyFormatDecision & { readonly pointer: string }>();
  readonly warnings: TableWarning[];

  constructor(warnings: TableWarning[]) {
    this.warnings = warnings;
  }

  /** Adds one use of a media type. Schemas that contradict each other cause a warning. */
  add(mediaType: string, shape: SchemaShape, pointer: string): void {
    const next = { ...bodyFormat(mediaType, shape), pointer };
    const known = this.#found.get(mediaType);
    if (known === undefined || (known.decidedBy === "nothing" && next.decidedBy !== "nothing")) {
      this.#found.set(mediaType, next);
      return;
    }
    if (next.decidedBy === "nothing" || next.format === known.format) return;
    const winner = STRENGTH.indexOf(next.format) < STRENGTH.indexOf(known.format) ? next : known;
    const reason = `${mediaType} is ${next.format} by this schema and ${known.format} by the one at ${known.pointer}; ${winner.format} is used for both`;
    this.warnings.push({ kind: "media type in two formats", pointer, reason });
    this.#found.set(mediaType, winner);
  }

  /** Returns the formats by media type, in the order of first use. */
  formats(): Record<string, BodyFormat> {
    return Object.fromEntries([...this.#found].map(([mediaType, { format }]) => [mediaType, format]));
  }
}
