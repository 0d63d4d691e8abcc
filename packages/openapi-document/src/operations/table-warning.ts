/** Something in the document that does not stop the generation, but that its author should know. */
export interface TableWarning {
  /** What is wrong in general, such as `no operationId`. Warnings of one kind are told together. */
  readonly kind?: string;
  /** JSON Pointer into the bundled document. */
  readonly pointer: string;
  /** What was found and what was made of it. */
  readonly reason: string;
}
