import { join } from "node:path";
import type { Page } from "playwright-core";
import { type AxeRules, checkAccessibility } from "../check-accessibility.ts";
import { checkLayout } from "../check-layout.ts";
import type { CheckResult } from "../check-page.ts";
import type { Look } from "../look.ts";
import { browserResults } from "../run-in-chromium.ts";
import type { Open } from "./open-site.ts";

/** The checks on one screen. */
export interface Screen {
  readonly look: Look;
  /** Pages with all checks. */
  readonly pages: readonly string[];
  /** Pages of which only the width is checked, folded and unfolded. */
  readonly otherPages?: readonly string[];
  readonly rules?: AxeRules;
}

/** Checks pages on one screen: none is wider, all are accessible, and there are no requests and no errors. */
export async function checkScreen(
  openSite: Open,
  { look, pages, otherPages = [], rules }: Screen,
): Promise<CheckResult[]> {
  await using open = await openSite(look);
  const { page, requests, complaints, goTo } = open;
  await using still = await openSite(look, false);
  const wide: string[] = [];
  const hard: string[] = [];
  const covered: string[] = [];
  const at = (file: string) => (problem: string) => `${file}: ${problem}`;
  for (const file of pages) {
    await goTo(file);
    wide.push(...(await checkLayout(page)).map(at(file)));
    covered.push(...(await checkFirst(page)).map(at(file)));
    await page.screenshot({
      path: join(browserResults, `site-${look.name}-${file.replaceAll(/\W/g, "-")}.png`),
    });
    hard.push(...(await checkAccessibility(page, rules)).map(at(file)));
  }
  for (const file of otherPages) {
    // Without scripts, which is faster, and also covers browsers without scripts.
    await still.goTo(file);
    wide.push(...(await checkLayout(still.page)).map(at(file)));
    await still.page.evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
    });
    wide.push(...(await checkLayout(still.page)).map(at(`${file}, unfolded`)));
  }
  return [
    { name: "fit the screen", problems: wide },
    { name: "begin with their heading, not with the menu", problems: covered },
    { name: "are accessible", problems: hard },
    { name: "request nothing from other origins", problems: requests.map((url) => `it requested ${url}.`) },
    { name: "cause no error in the browser", problems: complaints },
  ].map(({ name, problems }) => ({ name: `${look.name}: the pages ${name}`, problems }));
}

/** Checks that the first heading is visible at once, and on a narrow screen no part of the menu. */
function checkFirst(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const heading = document.querySelector("#VPContent h1")?.getBoundingClientRect();
    const isFirst = heading !== undefined && heading.top < innerHeight / 2 && heading.left >= 0;
    const menu = document.querySelector(".VPSidebar")?.getBoundingClientRect();
    const isCovered = menu !== undefined && innerWidth < 960 && menu.right > 0 && menu.left < innerWidth;
    return [
      ...(isFirst ? [] : ["its heading is not on the first screen."]),
      ...(isCovered ? ["the menu lies over the content."] : []),
    ];
  });
}
