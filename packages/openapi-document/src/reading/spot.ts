import { childPointer } from "../pointer/json-pointer.ts";
import { type Found, type Place, placeId } from "./source-file.ts";

/** The location of a value, its pointer in the bundle, and ids of the places in other files around it. */
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

/** Makes the spot of a value that is copied here from another place. */
export function elsewhere({ out, trail }: Spot, found: Found): Spot {
  return { place: found, out, trail: [...trail, placeId(found)] };
}
