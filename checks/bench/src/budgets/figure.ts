/** Something about the packages that is counted, not timed: the same on every machine. */
export interface Figure {
  readonly name: string;
  readonly unit: string;
  readonly value: number;
  /** What it is made of, by name; not always in the same unit, so that the parts need not add up. */
  readonly parts: Readonly<Record<string, number>>;
}

/** What a figure may be, and what it was made of when that was decided. */
export type Budget = Omit<Figure, "name" | "value"> &
  (
    | { readonly most: number }
    /** May be a tenth more or less: one that shrinks unnoticed is a budget that is too large. */
    | { readonly about: number }
  );

/** Budgets by name of the figure. */
export type Budgets = Readonly<Record<string, Budget>>;
