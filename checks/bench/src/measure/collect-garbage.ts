import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");

/** Clears away all that is not needed any more, at once. */
export const collectGarbage: () => void = runInNewContext("gc");
