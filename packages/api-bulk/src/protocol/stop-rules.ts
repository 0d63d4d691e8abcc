/** When a job pauses by itself because going on would do harm. */
export interface StopRules {
  /** Told of each batch that ended. @returns why the job has to pause, in words */
  readonly after: (ending: "good" | "unknown" | "refused-alone" | "not-sent" | "held") => string | undefined;
}

/** Attempts in a row that reached nobody, after which waiting is no plan. */
const mostNotSent = 20;
/** Refused receivers among the first hundred, above which the mapping is wrong and not the receivers. */
const mostRefused = 3;

/** Makes the rules. */
export function createStopRules(maxUnknownBatches: number): StopRules {
  let unknownInARow = 0;
  let notSentInARow = 0;
  let refusedInARow = 0;
  let refused = 0;
  let seen = 0;
  return {
    after: (ending) => {
      if (ending === "held") return undefined;
      notSentInARow = ending === "not-sent" ? notSentInARow + 1 : 0;
      if (ending === "not-sent") {
        return notSentInARow < mostNotSent
          ? undefined
          : `the API could not be reached ${mostNotSent} times in a row`;
      }
      unknownInARow = ending === "unknown" ? unknownInARow + 1 : 0;
      refusedInARow = ending === "refused-alone" ? refusedInARow + 1 : 0;
      seen += 1;
      if (ending === "refused-alone") refused += 1;
      if (unknownInARow >= maxUnknownBatches) {
        return `${unknownInARow} batches in a row may or may not have run: look what the API is doing`;
      }
      if (refusedInARow >= 2)
        return "two receivers in a row were refused alone: look at how they are written";
      if (refused > mostRefused && seen <= 100) {
        return `${refused} of the first receivers were refused alone: look at how they are written`;
      }
      return undefined;
    },
  };
}
