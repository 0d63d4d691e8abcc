/** Adds a step to the way to a difference; what follows the operation and its part begins with a blank, not a dot. */
export function stepInto(place: string, step: string): string {
  return place.endsWith(" ") ? place + step.replace(/^\./, "") : place + step;
}
