import { bufferFromBytes } from "../script/bytes.ts";
import type { Step } from "../script/fault.ts";
import type { StepTarget } from "./step-target.ts";
import { writeBomb } from "./write-bomb.ts";

/**
 * Plays one step.
 * @returns whether another step can follow
 * @throws ConnectionGone when the connection ended before the step did
 */
export async function runStep(step: Step, target: StepTarget): Promise<"kept-open" | "closed" | "reset"> {
  switch (step.step) {
    case "write":
      await target.write(bufferFromBytes(step.bytes));
      return "kept-open";
    case "pause":
      await target.wait(step.milliseconds);
      return "kept-open";
    case "drip":
      await drip(step, target);
      return "kept-open";
    case "repeat": {
      const bytes = bufferFromBytes(step.bytes);
      for (let time = 0; time < (step.times ?? Number.POSITIVE_INFINITY); time += 1)
        await target.write(bytes);
      return "kept-open";
    }
    case "bomb":
      await writeBomb(step, target);
      return "kept-open";
    case "close":
      target.socket.end();
      return "closed";
    case "reset":
      target.socket.resetAndDestroy();
      return "reset";
    case "hang":
      await target.wait();
      return "kept-open";
  }
}

async function drip(step: Extract<Step, { step: "drip" }>, target: StepTarget): Promise<void> {
  const bytes = bufferFromBytes(step.bytes);
  const size = step.size ?? 1;
  for (let from = 0; from < bytes.length; from += size) {
    if (from > 0) await target.wait(step.everyMilliseconds);
    await target.write(bytes.subarray(from, from + size));
  }
}
