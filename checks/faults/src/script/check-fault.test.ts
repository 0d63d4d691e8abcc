import { expect, test } from "vitest";
import { checkFault } from "./check-fault.ts";
import type { Step } from "./fault.ts";

const check = (...steps: Step[]) => checkFault({ name: "the fault", begin: "request", steps });

test("a fault that can be played to its end is accepted", () => {
  check();
  check({ step: "write", bytes: "a" }, { step: "pause", milliseconds: 0 }, { step: "reset" });
  check({ step: "repeat", bytes: "a", times: 2 }, { step: "drip", bytes: "b", everyMilliseconds: 1 });
  check({ step: "bomb", contentCoding: "br", decompressedBytes: 2, framing: "close" }, { step: "close" });
});

const refused: [string, Step[], RegExp][] = [
  ["a step after FIN", [{ step: "close" }, { step: "hang" }], /"the fault", step 1 \(close\): .*last step/],
  ["a step after RST", [{ step: "reset" }, { step: "hang" }], /step 1 \(reset\)/],
  ["a step after silence", [{ step: "hang" }, { step: "close" }], /step 1 \(hang\)/],
  ["a step after an endless one", [{ step: "repeat", bytes: "a" }, { step: "close" }], /without `times`/],
  ["an endless nothing", [{ step: "repeat", bytes: "" }], /must not be empty/],
  ["a drip of nothing", [{ step: "drip", bytes: "a", size: 0, everyMilliseconds: 1 }], /`size`/],
  ["a delay that a timer turns into none", [{ step: "pause", milliseconds: 2 ** 31 }], /2147483647/],
  [
    "a drip with a delay that is no number",
    [{ step: "drip", bytes: "a", everyMilliseconds: Number.NaN }],
    /every/,
  ],
  [
    "a bomb without its brackets",
    [{ step: "bomb", contentCoding: "br", decompressedBytes: 1, framing: "close" }],
    /from 2/,
  ],
];

test.each(refused)("%s is refused, with the step and the rule", (_name, steps, message) => {
  expect(() => check(...steps)).toThrow(message);
  expect(() => check(...steps)).toThrow(TypeError);
});
