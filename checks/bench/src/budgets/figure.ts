/** A count of the packages that is the same on every machine, unlike a time. */
export interface Figure {
  readonly name: string;
  readonly unit: string;
  readonly value: number;
  /** Its parts by name. Their units may differ, so they need not add up. */
  readonly parts: Readonly<Record<string, number>>;
}

/** The limit of a figure, and its parts when the limit was set. */
export type Budget = Omit<Figure, "name" | "value"> &
  (
    | { readonly most: number }
    /** May differ by a tenth in both directions: a figure that shrinks leaves its budget too large. */
    | { readonly about: number }
  );

/** Budgets by name of the figure. */
export type Budgets = Readonly<Record<string, Budget>>;
