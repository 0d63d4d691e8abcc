/**
 * Adds members to an object, in a new object. The getters of `base` stay getters; a spread would read them once.
 * Members of `more` replace those of `base`.
 */
export function extendObject<Base extends object, More extends object>(
  base: Base,
  more: More,
): Omit<Base, keyof More> & More {
  const descriptors = {
    ...Object.getOwnPropertyDescriptors(base),
    ...Object.getOwnPropertyDescriptors(more),
  };
  return Object.defineProperties({} as Omit<Base, keyof More> & More, descriptors);
}
