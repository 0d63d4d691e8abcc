import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { heapSlope } from "./heap-slope.ts";
import { runSoak } from "./run-soak.ts";
import { formatSoakReport, soakFailed } from "./soak-report.ts";
import { parseSoakSettings } from "./soak-settings.ts";

const command = fileURLToPath(new URL("soak.ts", import.meta.url));
const soak = (...words: string[]) =>
  spawnSync(process.execPath, [command, ...words], { encoding: "utf8", timeout: 50_000 });

test("the built client survives two seconds of faults", () => {
  const { stdout, stderr, status } = soak("--seconds", "2", "--fault-rate", "0.5", "--seed", "7");
  expect(stderr).toBe("");
  expect(stdout).toContain("soak passed");
  expect(stdout).toMatch(/duplicates: executed twice +0\n/);
  expect(status).toBe(0);
});

describe("the soak can fail", () => {
  test("for a fetch that sends everything twice", async () => {
    const report = await runSoak(
      { seconds: 1, faultRate: 0, seed: 1 },
      {
        fetch: async (...request) => {
          const first = await fetch(...request);
          await first.arrayBuffer();
          return await fetch(...request);
        },
      },
    );
    expect(report.processedTwice).toBeGreaterThan(0);
    expect(soakFailed(report)).toBe(true);
    expect(formatSoakReport(report)).toMatch(/executed twice +\d+ {2}<- wrong/);
  });

  test("for a fetch that invents successes", async () => {
    const inventive = async () =>
      new Response('{"type":"success"}', {
        headers: { "content-type": "application/vnd.np6.cm.workflow-v4" },
      });
    const waits = async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      return await inventive();
    };
    const report = await runSoak({ seconds: 1, faultRate: 0, seed: 1 }, { fetch: waits });
    expect(report.succeededUnprocessed).toBeGreaterThan(0);
    expect(soakFailed(report)).toBe(true);
  });
});

describe("the heap's slope", () => {
  const samples = (growth: number) =>
    Array.from({ length: 20 }, (_, index) => ({
      calls: index * 100,
      bytes: 2 ** 20 * (50 + growth * index),
    }));

  test("is what it grows per 1,000 calls", () => {
    expect(heapSlope(samples(0))).toBe(0);
    expect(heapSlope(samples(0.2))).toBeCloseTo(2);
  });

  test("is not guessed from a few samples", () => {
    expect(heapSlope(samples(1).slice(0, 9))).toBeUndefined();
  });
});

describe("the command line", () => {
  test("has defaults, and passes pnpm's separator by", () => {
    expect(parseSoakSettings([])).toEqual({ seconds: 60, faultRate: 0.1, seed: 1 });
    expect(parseSoakSettings(["--", "--seconds", "2", "--fault-rate=1", "--seed", "3"])).toEqual({
      seconds: 2,
      faultRate: 1,
      seed: 3,
    });
  });

  test.each([
    [["--seconds", "0"], "--seconds"],
    [["--seconds", "x"], "--seconds"],
    [["--fault-rate", "10"], "--fault-rate"],
    [["--fault-rate", ""], "--fault-rate"],
    [["--seed", "1.5"], "--seed"],
    [["--seed=-1"], "--seed"],
    [["--minutes", "1"], "--minutes"],
  ])("refuses %j with one clear line", (words, named) => {
    const { stdout, stderr, status } = soak(...words);
    expect(stderr).toContain(named);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(stdout).toBe("");
    expect(status).toBe(1);
  });
});
