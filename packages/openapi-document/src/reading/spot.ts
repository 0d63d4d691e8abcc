import { childPointer } from "../pointer/json-pointer.ts";
import { type Found, type Place, placeId } from "./source-file.ts";

/** Where a value stands in a file, where it goes in the bundle, and the places of other files that it is inside of. */
export interface Spot {
  readonly place: Place;
  readonly out: string;
  readonly trail: readonly string[];
}

export function at(place: Place, ...keys: (string | number)[]): Place {
  return { file: place.file, pointer: keys.reduce<string>(childPointer, place.pointer) };
}

export function inside({ place, out, trail }: Spot, key: string | number): Spot {
  return { place: at(place, key), out: childPointer(out, key), trail };
}

/** What stands elsewhere and is written out here. */
export function elsewhere({ out, trail }: Spot, found: Found): Spot {
  return { place: found, out, trail: [...trail, placeId(found)] };
}
