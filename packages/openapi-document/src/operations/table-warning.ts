/** A problem of the document that does not stop the generation. */
export interface TableWarning {
  /** The kind of problem, for example `no operationId`. Warnings of one kind are grouped. */
  readonly kind?: string;
  /** JSON Pointer into the bundled document. */
  readonly pointer: string;
  /** The problem and how it was handled. */
  readonly reason: string;
}
