/** State of the rules, as plain data: a journal shared by machines stores it for all of them. */
export interface StopState {
  unknownInARow: number;
  notSentInARow: number;
  refusedInARow: number;
  refused: number;
  seen: number;
}

/** Rules by which a job pauses itself before it does harm. */
export interface StopRules {
  readonly state: Readonly<StopState>;
  /** Called for each batch that ended. @returns the reason why the job has to pause, if there is one */
  readonly after: (ending: "good" | "unknown" | "refused-alone" | "not-sent" | "held") => string | undefined;
}

/** Describes the pause of a job after its time. */
export function tooLate(notAfter: Date): string {
  return `it is later than ${notAfter.toISOString()}, after which nothing may be sent`;
}

/** Number of attempts in a row without a connection after which waiting is useless. */
const mostNotSent = 20;
/** Number of refused receivers among the first hundred above which the mapping is wrong, not the receivers. */
const mostRefused = 3;

const nothingSeen: StopState = { unknownInARow: 0, notSentInARow: 0, refusedInARow: 0, refused: 0, seen: 0 };

/** Makes the rules. @param earlier state of earlier rules, to continue from */
export function createStopRules(maxUnknownBatches: number, earlier: StopState = nothingSeen): StopRules {
  const state: StopState = { ...earlier };
  return {
    state,
    after: (ending) => {
      if (ending === "held") return undefined;
      state.notSentInARow = ending === "not-sent" ? state.notSentInARow + 1 : 0;
      if (ending === "not-sent") {
        return state.notSentInARow < mostNotSent
          ? undefined
          : `the API could not be reached ${mostNotSent} times in a row`;
      }
      state.unknownInARow = ending === "unknown" ? state.unknownInARow + 1 : 0;
      state.refusedInARow = ending === "refused-alone" ? state.refusedInARow + 1 : 0;
      state.seen += 1;
      if (ending === "refused-alone") state.refused += 1;
      if (state.unknownInARow >= maxUnknownBatches) {
        return `${state.unknownInARow} batches in a row may or may not have run: check the API`;
      }
      if (state.refusedInARow >= 2) return "two receivers in a row were refused alone: check their format";
      if (state.refused > mostRefused && state.seen <= 100) {
        return `${state.refused} of the first receivers were refused alone: check their format`;
      }
      return undefined;
    },
  };
}
