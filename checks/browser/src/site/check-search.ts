import { join } from "node:path";
import { checkAccessibility } from "../check-accessibility.ts";
import type { CheckResult } from "../check-page.ts";
import type { Look } from "../look.ts";
import { browserResults } from "../run-in-chromium.ts";
import type { Open, OpenSite } from "./open-site.ts";
import type { Operation } from "./read-operations.ts";

/** Rules that VitePress's search dialog violates: a button around its field, and the names of its results. */
const ofTheGenerator = ["nested-interactive", "label-content-name-mismatch"];

/** Searches for every operation by its method name, opens the first result, and switches the colours. */
export async function checkSearch(
  openSite: Open,
  look: Look,
  operations: readonly Operation[],
): Promise<CheckResult[]> {
  await using open = await openSite(look);
  const { page, requests, complaints } = open;
  const lost: string[] = [];
  await open.goTo("guide.html");
  await page.getByRole("button", { name: "Search" }).click();
  const field = page.locator(".VPLocalSearchBox input");
  const first = page.locator(".VPLocalSearchBox .result").first();
  for (const { operationId } of operations) {
    await field.fill(operationId);
    const expected = `${new URL(page.url()).origin}/reference/${operationId}.html`;
    await page
      .waitForFunction(
        (url) => {
          const result = document.querySelector<HTMLAnchorElement>(".VPLocalSearchBox .result");
          return result?.href.split("#")[0] === url;
        },
        expected,
        { timeout: 5_000 },
      )
      .catch(async () => lost.push(`${operationId} leads to ${await first.getAttribute("href")} first.`));
  }
  const hard = await checkAccessibility(page, { without: ofTheGenerator });
  await page.screenshot({ path: join(browserResults, `${look.name}-search.png`) });
  await field.fill(operations[0]?.operationId ?? "");
  await first.click();
  await page.waitForURL(/\/reference\//, { waitUntil: "commit" });
  const switched = await switchColours(open);
  return [
    { name: "the search finds every operation", problems: lost },
    { name: "the search is accessible", problems: hard },
    { name: "the colours can be switched, and stay", problems: switched === "" ? [] : [switched] },
    { name: "the search requests nothing from other origins", problems: requests },
    { name: "the search causes no error in the browser", problems: complaints },
  ].map(({ name, problems }) => ({ name: `${look.name}: ${name}`, problems }));
}

/** @returns the problem; empty when there is none */
async function switchColours({ page, goTo }: OpenSite): Promise<string> {
  await goTo("guide.html");
  const isDark = () => page.evaluate(() => document.documentElement.classList.contains("dark"));
  const before = await isDark();
  const menu = page.locator(".VPNavBarHamburger");
  if (await menu.isVisible()) await menu.click();
  await page.locator(".VPSwitchAppearance").filter({ visible: true }).click();
  const after = await isDark();
  await page.reload();
  const reloaded = await isDark();
  return before !== after && reloaded === after ? "" : `dark was ${before}, then ${after}, then ${reloaded}.`;
}
