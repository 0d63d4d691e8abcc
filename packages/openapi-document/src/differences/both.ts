/** A value for each of two documents. */
export type Both<T> = Readonly<Record<"left" | "right", T>>;

/** Applies a function to both values. */
export function onBoth<T, U>({ left, right }: Both<T>, does: (value: T, side: keyof Both<T>) => U): Both<U> {
  return { left: does(left, "left"), right: does(right, "right") };
}
