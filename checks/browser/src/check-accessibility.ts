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

/** A selection of axe's rules. Default: all. */
export interface AxeRules {
  /** The only rules to apply. */
  readonly only?: readonly string[];
  /** Rules to leave out. */
  readonly without?: readonly string[];
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * Runs axe: contrast, names, order of headings, use by keyboard and more.
 * @returns its violations, in sentences; empty when there are none
 */
export async function checkAccessibility(
  page: Page,
  { only, without = [] }: AxeRules = {},
): Promise<string[]> {
  // Evaluated instead of added as a script, because the page's policy allows none.
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
