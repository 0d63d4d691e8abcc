import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

interface Axe {
  readonly run: (options: object) => Promise<{
    readonly violations: readonly {
      readonly help: string;
      readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
    }[];
  }>;
}

/** What axe looks for. Default: all of its rules. */
export interface AxeRules {
  /** The only rules to look at. */
  readonly only?: readonly string[];
  /** Rules that are left out. */
  readonly without?: readonly string[];
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * Runs axe: contrast, names, order of headings, reach by keyboard and more.
 * @returns its violations, in sentences; empty when there are none
 */
export async function checkAccessibility(
  page: Page,
  { only, without = [] }: AxeRules = {},
): Promise<string[]> {
  // Not a script of the page, whose policy allows none.
  await page.evaluate(axeSource);
  const options = {
    ...(only === undefined ? {} : { runOnly: [...only] }),
    rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
  };
  return page.evaluate(async (chosen) => {
    const { axe } = globalThis as unknown as { axe: Axe };
    const { violations } = await axe.run(chosen);
    return violations.map(({ help, nodes }) => {
      const [first] = nodes;
      return `${help}: ${nodes.length} times, first at ${first?.target.join(" ")}. ${first?.failureSummary ?? ""}`;
    });
  }, options);
}
