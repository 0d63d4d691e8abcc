import { expect, test } from "vitest";
import { findChromium } from "./find-chromium.ts";

const chromium = "/usr/bin/chromium";

test("Chromium that is there is used, and nothing is installed", () => {
  const install = () => {
    throw new Error("must not install");
  };
  const machine = { isThere: (path: string) => path === chromium, mayInstall: true, install };
  expect(findChromium(() => {}, machine)).toMatchObject({ executablePath: chromium });
});

test("Chromium that is missing is installed where that is allowed", () => {
  let installed = false;
  const lines: string[] = [];
  const machine = {
    isThere: (path: string) => installed && path === chromium,
    mayInstall: true,
    install: () => {
      installed = true;
      return undefined;
    },
  };
  expect(findChromium((line) => lines.push(line), machine)).toMatchObject({ executablePath: chromium });
  expect(lines).toEqual([expect.stringContaining("Installing")]);
});

const absent = { isThere: () => false, install: () => undefined };

test.each([
  ["nobody may install it", { ...absent, mayInstall: false }, /not at .*apt-get install chromium/],
  ["installing fails", { ...absent, mayInstall: true, install: () => "no network" }, /no network/],
  ["it is installed elsewhere", { ...absent, mayInstall: true }, /not at/],
])("when %s, the way out is said", (_, machine, problem) => {
  expect(findChromium(() => {}, machine)).toEqual({ missing: expect.stringMatching(problem) });
});
