import type { Witness } from "./write-witness.ts";

/** Whether code compiles with the old types and with the new types. */
export interface Compiled {
  readonly old: boolean;
  readonly now: boolean;
}

/**
 * Chooses the first code that proves a break: it compiled before and does not now. Its rewritten form is kept only if
 * that compiles.
 * @param compiled - results by code; code without a result proves nothing
 */
export function chooseProof(
  candidates: readonly Witness[],
  compiled: ReadonlyMap<string, Compiled>,
): Witness | undefined {
  const proof = candidates.find(({ before }) => {
    const verdict = compiled.get(before);
    return verdict?.old === true && !verdict.now;
  });
  if (proof === undefined) return undefined;
  const { before, after } = proof;
  return after !== undefined && compiled.get(after)?.now === true ? { before, after } : { before };
}
