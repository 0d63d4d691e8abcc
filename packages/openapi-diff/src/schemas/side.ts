import {
  type Alternative,
  type ApiDescription,
  createOperationTable,
  type JsonObject,
  NormalDocument,
  type SchemaUses,
  schemaUses,
} from "@np6/openapi-document";

/** A document, with results that the comparison uses repeatedly. */
export class Side extends NormalDocument {
  readonly table: ApiDescription;
  readonly #names: ReadonlyMap<string, string>;
  #uses: SchemaUses | undefined;

  constructor(document: JsonObject) {
    super(document);
    this.table = createOperationTable(document).table;
    this.#names = new Map(
      Object.entries(this.table.operations).map(([name, { method, path }]) => [`${method} ${path}`, name]),
    );
  }

  /** Returns the name of an operation; `undefined` when there is none. */
  operationName(method: string, path: string): string | undefined {
    return this.#names.get(`${method} ${path}`);
  }

  /** Whether all alternatives of a view have a flag, such as `readOnly`. */
  isMarked(view: readonly string[], mark: "readOnly" | "writeOnly"): boolean {
    const all = this.alternatives(view);
    return all.length > 0 && all.every((one) => this.facts(one).annotations.get(mark)?.value === true);
  }

  /** Whether code that reads a schema handles unlisted values, because its type includes a member for them. */
  expectsMore(alternative: Alternative): boolean {
    this.#uses ??= schemaUses(this.document, this.table.mediaTypes);
    const listing = alternative.parts.find(({ own }) => Object.hasOwn(own, "enum"));
    const values = this.facts(alternative).values?.value ?? [];
    return listing !== undefined && values.length > 1 && this.#uses.get(listing.written)?.open === true;
  }
}
