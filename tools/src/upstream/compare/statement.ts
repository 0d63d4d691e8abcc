/** What one of the two documents says of a fact. */
export interface Statement {
  /** In words, such as `string(uuid)` or `absent`. */
  readonly text: string;
  /** Whether the document has what the fact is about. */
  readonly present: boolean;
  /** Where it says so, or where it would; empty when there is no such place. */
  readonly pointer: string;
}

/** Says that a document has something. */
export function says(pointer: string, text: string): Statement {
  return { pointer, text, present: true };
}

/** Says that a document lacks something. */
export function lacks(pointer: string, text = "absent"): Statement {
  return { pointer, text, present: false };
}
