import { expect, test } from "vitest";
import { readCommandLine } from "./read-command-line.ts";

test("without arguments it starts on a free port of 127.0.0.1", () => {
  expect(readCommandLine([])).toEqual({ command: "start", port: 0, host: "127.0.0.1" });
});

test("port and host can be given", () => {
  expect(readCommandLine(["--port", "8080", "--host=0.0.0.0"])).toEqual({
    command: "start",
    port: 8080,
    host: "0.0.0.0",
  });
});

test("help and version win", () => {
  expect(readCommandLine(["--help", "--port", "x"])).toEqual({ command: "help" });
  expect(readCommandLine(["--version"])).toEqual({ command: "version" });
});

test.each(["abc", "-1", "65536", "1.5", "0x10", "", " 80"])("--port=%j is refused by name", (port) => {
  expect(() => readCommandLine([`--port=${port}`])).toThrow(/port .*65535/);
});

test("an unknown option, a stray argument and an empty host are refused", () => {
  expect(() => readCommandLine(["--prot", "1"])).toThrow("--prot");
  expect(() => readCommandLine(["8080"])).toThrow("8080");
  expect(() => readCommandLine(["--host="])).toThrow("--host");
});
