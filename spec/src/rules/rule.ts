/**
 * A rule as redocly calls it: a function that returns one visitor per type of node. These are the few parts of
 * redocly's own types that the rules here use; @redocly/cli ships none.
 */
export type Rule = () => Readonly<Record<string, Visitor>>;

/** Called for every node of a type, with `$ref` already resolved. */
type Visitor = (node: unknown, context: RuleContext) => void;

export interface RuleContext {
  /** Where the node stands: file and JSON pointer (`#/` is the whole file). */
  readonly location: RuleLocation;
  report(problem: { readonly message: string; readonly location?: RuleLocation }): void;
  /** Follows a `$ref`; gives back anything else as it is. */
  resolve(node: unknown): { readonly node?: unknown };
}

export interface RuleLocation {
  readonly pointer: string;
  /** The location of a member, by its key or path of keys. */
  child(keys: string | readonly string[]): RuleLocation;
}
