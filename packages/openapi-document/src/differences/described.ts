/** What documents can say differently. */
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

/** One of `facts`. */
export type Fact = (typeof facts)[number];

/** What one of two documents says of a fact. */
export interface Statement {
  /** In words, such as `string(uuid)` or `absent`. */
  readonly text: string;
  /** Whether the document has what the fact is about. */
  readonly present: boolean;
  /** Where it says so, or where it would; empty when there is no such place. */
  readonly pointer: string;
}

/** Something that a document says, and what is inside it. */
export interface Described extends Statement {
  readonly fact: Fact;
  /** What makes it the same thing in both documents, among those of one fact. */
  readonly key: string;
  /** What it is called on the way to it; what is inside a schema begins with `.`, `[` or `<`. */
  readonly name: string;
  /** What a document says that lacks it; nothing is stated then without it. */
  readonly absent?: string;
  /** Whether what it says is compared, not only whether it is there. */
  readonly isCompared: boolean;
  /** What says it, too, where that is something around the thing: an object says which properties are required. */
  readonly within?: string;
  readonly inside: readonly Described[];
  /** The schemas that hold for it. */
  readonly view?: readonly string[];
}

/** What a document says one way or the other, where it says something of it. */
export function leaf(fact: Fact, pointer: string, text: string, present = true): Described {
  return { fact, key: "", name: "", pointer, text, present, isCompared: true, inside: [] };
}

/** Something that one document may lack. */
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

/** A step of the way that states nothing by itself. */
export function step(name: string, index: number, pointer: string, view: readonly string[]): Described {
  return { ...leaf("type", pointer, ""), key: `${name} ${index}`, name, view };
}

const marks = {
  required: ["required", "optional"],
  deprecated: ["deprecated", "current"],
  null: ["nullable", "never null"],
} as const;

/** A mark that is set or not. */
export function mark(fact: keyof typeof marks, pointer: string, isSet: boolean, within?: string): Described {
  const [yes, no] = marks[fact];
  return { ...leaf(fact, pointer, isSet ? yes : no, isSet), ...(within === undefined ? {} : { within }) };
}
