import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { type CheckResult, checkPage } from "../check-page.ts";
import type { Look } from "../look.ts";
import { openPage } from "../open-page.ts";
import { browserResults } from "../run-in-chromium.ts";

/** Checks a report on one screen, and takes a screenshot of the whole page. */
export async function checkReportPage(
  browser: Browser,
  file: string,
  look: Look,
  name: string,
): Promise<CheckResult[]> {
  const photograph = (page: Page, checkName: string) =>
    checkName === "fits-the-screen"
      ? page.screenshot({ path: join(browserResults, `bulk-${name}-${look.name}.png`), fullPage: true })
      : Promise.resolve();
  return checkPage(browser, file, look, { photograph });
}

/** Checks that a report shows the results, and hostile names as text. */
export async function checkContents(browser: Browser, file: string, look: Look): Promise<CheckResult> {
  await using open = await openPage(browser, file, look);
  const { page } = open;
  const problems: string[] = [];
  const expectShown = async (subject: string, selector: string, least: number): Promise<void> => {
    const shown = await page.locator(selector).filter({ visible: true }).count();
    if (shown < least) problems.push(`${subject}: ${shown} are shown, at least ${least} were expected.`);
  };
  await expectShown("areas of the chart", "svg polygon", 4);
  await expectShown("ends of processes", ".number.died", 1);
  await expectShown("pauses", ".number.paused", 1);
  await expectShown("the unchanged reason", "text=<script>document.title", 1);
  if ((await page.locator("img, script").count()) > 0) problems.push("a name became an element.");
  if ((await page.title()).includes("hacked")) problems.push("a name ran as a script.");
  return { name: "shows the chart, ended processes and pauses, and received text as text", problems };
}

const mistakes = [
  [
    "an image from outside, without the policy",
    "requests nothing",
    '<img alt="" src="https://example.com/x.png">',
    true,
  ],
  [
    "a script that the policy refuses",
    "causes no error in the browser",
    "<script>document.title = 1</script>",
    false,
  ],
  ["a style that the policy refuses", "causes no error in the browser", '<p style="color:red">x</p>', false],
] as const;

/** Damages a report in several ways; the check for each mistake must report it. */
export async function checkReportControls(
  browser: Browser,
  file: string,
  look: Look,
): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  for (const [mistake, seenBy, markup, isFree] of mistakes) {
    const html = await readFile(file, "utf8");
    const open = isFree ? html.replace('http-equiv="content-security-policy"', "") : html;
    const spoilt = `${file}.spoilt.html`;
    await writeFile(spoilt, open.replace("</main>", `${markup}</main>`));
    const checks = await checkPage(browser, spoilt, look, { only: seenBy });
    const isSeen = checks.some(({ problems }) => problems.length > 0);
    results.push({
      name: `a report with ${mistake} is reported`,
      problems: isSeen ? [] : [`"${seenBy}" did not report it.`],
    });
  }
  return results;
}
