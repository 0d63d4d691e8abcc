import { expect, test } from "vitest";
import { readCommandLine } from "./read-command-line.ts";

test("without arguments it starts on a free port of 127.0.0.1", () => {
  expect(readCommandLine([])).toMatchObject({ command: "start", port: 0, host: "127.0.0.1" });
});

test("port and host can be given", () => {
  expect(readCommandLine(["--port", "8080", "--host=0.0.0.0"])).toMatchObject({
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

test("everything else can be given too", () => {
  const args =
    "--spec a.yaml --scenario conflict --scenario rate-limit,limit=2 --latency 20-50 --seed 7 --stateful --cors --base-path /np6/";
  expect(readCommandLine([...args.split(" "), "--record", "b.har"])).toEqual({
    command: "start",
    port: 0,
    host: "127.0.0.1",
    spec: "a.yaml",
    scenarios: ["conflict", "rate-limit,limit=2", "latency,milliseconds=20,jitter=30"],
    seed: 7,
    stateful: true,
    cors: true,
    basePath: "/np6",
    record: "b.har",
    recordBodies: true,
    proxy: undefined,
  });
  expect(readCommandLine(["--no-record-bodies"])).toMatchObject({ basePath: "", recordBodies: false });
  expect(readCommandLine(["--latency=200", "--proxy=https://api.example.com/"])).toMatchObject({
    scenarios: ["latency,milliseconds=200,jitter=0"],
    proxy: "https://api.example.com",
  });
});

test.each([
  [["--scenario", "not found"], '--scenario: the scenario "not found" is not understood'],
  [["--latency", "soon"], '--latency "soon" is not valid'],
  [["--latency", "5-2"], '--latency "5-2" is not valid'],
  [["--seed", "-1"], "--seed"],
  [["--seed=1.5"], '--seed "1.5" is not valid'],
  [["--base-path", "np6"], '--base-path: base path "np6" is not valid'],
  [["--record", "notes.txt"], "its name must end in .har"],
  [["--proxy", "http://api.example.com"], "--proxy: http://api.example.com would get the key unencrypted"],
  [["--proxy", "https://api.example.com", "--stateful"], "leave out --stateful and --seed"],
])("%j is refused: %s", (args, message) => {
  expect(() => readCommandLine(args)).toThrow(message);
});
