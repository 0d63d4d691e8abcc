import { request } from "node:http";
import type { Browser, Page } from "playwright-core";
import type { CheckResult } from "../check-page.ts";

/** Sends a request with a path as it is, which fetch would encode, and returns the status. */
function send(url: string, path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const headers = { "X-Key": "any-key", "Content-Length": "0" };
    request(url, { method: "POST", path, headers }, (answer) => {
      answer.resume().once("end", () => resolve(answer.statusCode));
    })
      .once("error", reject)
      .end();
  });
}

const duplication = "/scripting/workflows/4127/duplication";
/** What would run if the page did not escape it. */
const evil = "/<img/src=x/onerror=document.title='hacked'>\"'&";

const shows = (page: Page, text: string): Promise<unknown> => page.getByText(text).first().waitFor();

/** What is tried on the page, one after the other. Each throws when it fails. */
const steps: Readonly<Record<string, (page: Page, url: string) => Promise<unknown>>> = {
  "shows operations, scenarios and that it runs": async (page) => {
    await shows(page, "It runs.");
    await shows(page, "duplicateWorkflow");
    await page.getByLabel("Scenario").selectOption("conflict-empty");
  },
  "shows a new request without a reload": async (page, url) => {
    await send(url, duplication);
    await page.locator("#requests").getByText(duplication).first().waitFor();
  },
  "starts a scenario, which is then played": async (page, url) => {
    await page.getByLabel("Scenario").selectOption("conflict-empty");
    await page.getByLabel("Options").fill("times=1");
    await page.getByRole("button", { name: "Start" }).click();
    await shows(page, "conflict-empty (1 more times)");
    const status = await send(url, duplication);
    if (status !== 409) throw new Error(`the answer is ${status}`);
    await shows(page, "None is on.");
  },
  "says what is wrong with an option": async (page) => {
    await page.getByLabel("Options").fill("times=<b>never");
    await page.getByRole("button", { name: "Start" }).click();
    await page.getByRole("alert").getByText("times of the scenario").waitFor();
  },
  "shows what came from outside as text": async (page, url) => {
    await page.goto(url);
    await send(url, evil);
    await shows(page, evil);
    if ((await page.locator("img").count()) > 0) throw new Error("the path became an element");
    if ((await page.title()).includes("hacked")) throw new Error("the path ran as a script");
  },
  "ends a scenario": async (page) => {
    await page.getByRole("button", { name: "Start" }).click();
    await page.getByRole("button", { name: /^End / }).click();
    await shows(page, "None is on.");
  },
  "resets everything": async (page) => {
    await page.getByRole("button", { name: "Reset everything" }).click();
    await shows(page, "0 so far.");
  },
};

/**
 * Uses the mock's status page as a person would.
 *
 * @param url base URL of the mock
 * @param screenshot file to leave a picture in
 */
export async function checkMockPage(
  browser: Browser,
  url: string,
  screenshot: string,
): Promise<CheckResult[]> {
  const page = await browser.newPage();
  page.setDefaultTimeout(20_000);
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.goto(url);
  const results: CheckResult[] = [];
  for (const [name, step] of Object.entries(steps)) {
    const problem = await step(page, url).then(
      () => [],
      (error: unknown) => [error instanceof Error ? error.message : String(error)],
    );
    results.push({ name, problems: problem });
  }
  await page.goto(url);
  await page.screenshot({ path: screenshot, fullPage: true });
  // A refused option is a 400, which Chromium reports as a failed load.
  const unexpected = complaints.filter((text) => !text.includes("the server responded with a status of 400"));
  results.push({ name: "makes the browser complain of nothing", problems: unexpected });
  const before = complaints.length;
  await page.evaluate(() => {
    document.body.append(
      Object.assign(document.createElement("script"), { textContent: "document.title = 'hacked'" }),
    );
  });
  await page.waitForTimeout(200);
  const isRefused = complaints.length > before && !(await page.title()).includes("hacked");
  results.push({ name: "runs no other script than its own", problems: isRefused ? [] : ["it ran"] });
  await page.close();
  return results;
}
