/** What belongs to each of two documents. */
export type Both<T> = Readonly<Record<"left" | "right", T>>;

/** Does the same for both documents. */
export function onBoth<T, U>({ left, right }: Both<T>, does: (value: T, side: keyof Both<T>) => U): Both<U> {
  return { left: does(left, "left"), right: does(right, "right") };
}
