import type { Fault } from "./fault.ts";

/**
 * Refuses a fault that could not be played to its end, which is a mistake of the test, not of the tested client.
 * @throws TypeError with the fault, the step and the rule
 */
export function checkFault(fault: Fault): void {
  fault.steps.forEach((step, index) => {
    const refuse = (rule: string): never => {
      throw new TypeError(`Fault "${fault.name}", step ${index + 1} (${step.step}): ${rule}.`);
    };
    const isLast = index === fault.steps.length - 1;
    if ((step.step === "close" || step.step === "reset" || step.step === "hang") && !isLast) {
      refuse("no step can follow it, so make it the last step");
    }
    if (step.step === "repeat" && step.times === undefined && !isLast) {
      refuse("without `times` it ends only with the connection, so make it the last step");
    }
    if (step.step === "repeat" && step.bytes === "") refuse("`bytes` must not be empty");
    if (step.step === "drip" && !isCount(step.size ?? 1, 1)) refuse("`size` must be a whole number from 1");
    if (step.step === "drip" && !isDelay(step.everyMilliseconds)) {
      refuse("`everyMilliseconds` must be 0 to 2147483647, the range of a timer");
    }
    if (step.step === "pause" && !isDelay(step.milliseconds)) {
      refuse("`milliseconds` must be 0 to 2147483647, the range of a timer");
    }
    if (step.step === "bomb" && !isCount(step.decompressedBytes, 2)) {
      refuse("`decompressedBytes` must be a whole number from 2, for the brackets around the spaces");
    }
  });
}

function isCount(value: number, minimum: number): boolean {
  return Number.isSafeInteger(value) && value >= minimum;
}

function isDelay(value: number): boolean {
  return value >= 0 && value <= 2 ** 31 - 1;
}
