/**
 * A rule in redocly's form: a function that returns one visitor per type of node. These types cover the few parts that
 * the rules here use, because @redocly/cli contains no types for them.
 */
export type Rule = () => Readonly<Record<string, Visitor>>;

/** A function that redocly calls for every node of a type, with `$ref` already resolved. */
type Visitor = (node: unknown, context: RuleContext) => void;

export interface RuleContext {
  /** Location of the node: file and JSON pointer (`#/` is the whole file). */
  readonly location: RuleLocation;
  report(problem: { readonly message: string; readonly location?: RuleLocation }): void;
  /** Follows a `$ref`; returns any other value unchanged. */
  resolve(node: unknown): { readonly node?: unknown };
}

export interface RuleLocation {
  readonly pointer: string;
  /** Returns the location of a member, by its key or path of keys. */
  child(keys: string | readonly string[]): RuleLocation;
}
