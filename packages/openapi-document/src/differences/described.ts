/** The kinds of facts that are compared. */
export const facts = [
  "server",
  "operation",
  "credentials",
  "parameter",
  "serialization",
  "request body",
  "status",
  "media type",
  "header",
  "property",
  "variant",
  "type",
  "null",
  "value",
  "required",
  "deprecated",
  "limit",
] as const;

/** A kind of fact. */
export type Fact = (typeof facts)[number];

/** The statement of one of two documents about a fact. */
export interface Statement {
  /** For people, for example `string(uuid)` or `absent`. */
  readonly text: string;
  /** Whether the document has the thing that the fact is about. */
  readonly present: boolean;
  /** JSON Pointer to the statement, or to the place where it would be; empty when there is no place. */
  readonly pointer: string;
}

/** Something that a document describes, and everything inside it. */
export interface Described extends Statement {
  readonly fact: Fact;
  /** Identifies the thing among all things of the same fact, in both documents. */
  readonly key: string;
  /** The step in the path to this thing. Steps inside a schema begin with `.`, `[` or `<`. */
  readonly name: string;
  /** The statement of a document that lacks the thing. Without it, no difference is reported then. */
  readonly absent?: string;
  /** Whether the texts are compared, and not only the presence. */
  readonly isCompared: boolean;
  /** Pointer to the surrounding thing that states the fact, if one does: an object lists its required properties. */
  readonly within?: string;
  readonly inside: readonly Described[];
  /** Pointers of the schemas that apply to the thing. */
  readonly view?: readonly string[];
}

/** A fact that is compared by its text if both documents state it. */
export function leaf(fact: Fact, pointer: string, text: string, present = true): Described {
  return { fact, key: "", name: "", pointer, text, present, isCompared: true, inside: [] };
}

/** A thing that one document may lack. */
export function member(
  fact: Fact,
  [key, name]: readonly [key: string, name: string],
  pointer: string,
  text: string,
  inside: readonly Described[] = [],
  view?: readonly string[],
): Described {
  const described = { fact, key, name, pointer, text, present: true, absent: "absent", isCompared: false };
  return { ...described, inside, ...(view && { view }) };
}

/** A step in the path that states nothing itself. */
export function step(name: string, index: number, pointer: string, view: readonly string[]): Described {
  return { ...leaf("type", pointer, ""), key: `${name} ${index}`, name, view };
}

const marks = {
  required: ["required", "optional"],
  deprecated: ["deprecated", "current"],
  null: ["nullable", "never null"],
} as const;

/** A fact that is set or not set. */
export function mark(fact: keyof typeof marks, pointer: string, isSet: boolean, within?: string): Described {
  const [yes, no] = marks[fact];
  return { ...leaf(fact, pointer, isSet ? yes : no, isSet), ...(within === undefined ? {} : { within }) };
}
