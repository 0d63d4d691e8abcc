import { readFileSync, statSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { temporaryJournal } from "../testing/temporary-journal.test-support.ts";
import { differentBinding, machineBinding } from "./machine-binding.ts";

test("the place of a journal is its machine, its boot and its file", () => {
  const [file, other] = [temporaryJournal(), temporaryJournal()];
  for (const name of [file, other]) writeFileSync(name, "");
  const binding = JSON.parse(machineBinding(file));
  const { dev, ino } = statSync(file);
  expect(binding).toEqual({
    machine: expect.stringMatching(/^[0-9a-f]{16}$/),
    boot: process.platform === "linux" ? readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim() : "",
    file: `${dev}:${ino}`,
  });
  expect(machineBinding(file)).toBe(machineBinding(file));
  expect(differentBinding(machineBinding(file), machineBinding(file))).toBeUndefined();
  expect(differentBinding(machineBinding(file), machineBinding(other))).toContain("it is a copy");
});

test("what differs is said, the furthest first", () => {
  const here = { machine: "m", boot: "b", file: "f" };
  const said = (change: object) =>
    differentBinding(JSON.stringify(here), JSON.stringify({ ...here, ...change }));
  expect(said({})).toBeUndefined();
  expect(said({ file: "g" })).toBe("it is a copy of the file that was planned");
  expect(said({ boot: "c", file: "g" })).toBe("the machine was started again since it was last used");
  expect(said({ machine: "n", boot: "c", file: "g" })).toBe("it was last used on another machine");
});
