import { request } from "node:http";
import { execa } from "execa";
import type { Browser, Page } from "playwright-core";
import type { CheckResult } from "../check-page.ts";

/** Sends a request with an unencoded path, which fetch would encode, and returns the status. */
function send(url: string, path: string, body = ""): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const types = body === "" ? {} : { "Content-Type": workflow, Accept: workflow };
    const headers = { "X-Key": key, "Content-Length": String(Buffer.byteLength(body)), ...types };
    request(url, { method: "POST", path, headers }, (answer) => {
      answer.resume().once("end", () => resolve(answer.statusCode));
    })
      .once("error", reject)
      .end(body);
  });
}

const workflow = "application/vnd.np6.cm.workflow-v4";
const key = "a-key-that-nobody-sees";
const execution = "/scripting/workflows/4127/execution";
const receiver = JSON.stringify({
  receiver: { type: "id", value: "000A1B2C" },
  data: { long: "wide".repeat(100) },
});
const duplication = "/scripting/workflows/4127/duplication";
/** Text that would run if the page did not escape it. */
const evil = "/<img/src=x/onerror=document.title='hacked'>\"'&";

const shows = (page: Page, text: string): Promise<unknown> => page.getByText(text).first().waitFor();

/** Actions on the page, one after the other. Each throws when it fails. */
const steps: Readonly<Record<string, (page: Page, url: string) => Promise<unknown>>> = {
  "shows operations, scenarios and that it runs": async (page) => {
    await shows(page, "Running.");
    await shows(page, "duplicateWorkflow");
    await page.getByLabel("Scenario").selectOption("conflict-empty");
  },
  "shows a new request without a reload": async (page, url) => {
    await send(url, duplication);
    await page.locator("#requests").getByText(duplication).first().waitFor();
  },
  "unfolds a request with time, headers and bodies, and keeps it open when another arrives": async (
    page,
    url,
  ) => {
    await send(url, execution, receiver);
    const row = page.locator("#requests details", { hasText: execution }).first();
    await row.locator("summary").click();
    for (const text of ["Content-Type", "000A1B2C", '"success"', "(key-removed)"])
      await row.getByText(text).first().waitFor();
    const time = await row.locator("time").getAttribute("datetime");
    if (Math.abs(Date.now() - Date.parse(time ?? "")) > 600_000) throw new Error(`the time is ${time}`);
    const before = await page.locator("#requests details").count();
    await send(url, duplication);
    await page.waitForFunction(
      (count) => document.querySelectorAll("#requests details").length > count,
      before,
    );
    if ((await page.locator("#requests details[open]").count()) !== 1) throw new Error("it was folded");
  },
  "copies a command that sends the request again": async (page, url) => {
    const row = page.locator("#requests details[open]");
    await row.getByRole("button", { name: "Copy" }).click();
    await row.getByRole("button", { name: "Copied" }).waitFor();
    const command = await page.evaluate(() => navigator.clipboard.readText());
    if (!command.includes('"X-Key: $NP6_API_KEY"')) throw new Error(`it is ${command}`);
    const { stdout } = await execa("sh", ["-c", command], { env: { NP6_API_KEY: key }, stderr: "ignore" });
    if (!stdout.includes("200 OK")) throw new Error(`it was answered with ${stdout}`);
    await page.waitForFunction(
      (path) =>
        document.querySelectorAll("#requests details").length >= 4 &&
        document.body.textContent.includes(path),
      execution,
    );
    if ((await (await fetch(url, { headers: { Accept: "text/html" } })).text()).includes(key))
      throw new Error("the key is there");
  },
  "copies a command for each operation": async (page) => {
    await page
      .locator("h3", { hasText: /^getWorkflowNodes$/ })
      .locator("+ .copied button")
      .click();
    const command = await page.evaluate(() => navigator.clipboard.readText());
    const { stdout } = await execa("sh", ["-c", command], { env: { NP6_API_KEY: key }, stderr: "ignore" });
    if (!stdout.includes("200 OK")) throw new Error(`it was answered with ${stdout}`);
  },
  "starts a scenario, which is then played": async (page, url) => {
    await page.getByLabel("Scenario").selectOption("conflict-empty");
    await page.getByLabel("Options").fill("times=1");
    await page.getByRole("button", { name: "Start" }).click();
    await shows(page, "conflict-empty (1 more times)");
    const status = await send(url, duplication);
    if (status !== 409) throw new Error(`the answer is ${status}`);
    await shows(page, "No scenario is active.");
  },
  "describes the error of an option": async (page) => {
    await page.getByLabel("Options").fill("times=<b>never");
    await page.getByRole("button", { name: "Start" }).click();
    await page.getByRole("alert").getByText("times of the scenario").waitFor();
  },
  "shows received text as text": async (page, url) => {
    await page.goto(url);
    await send(url, evil);
    await shows(page, evil);
    if ((await page.locator("img").count()) > 0) throw new Error("the path became an element");
    if ((await page.title()).includes("hacked")) throw new Error("the path ran as a script");
  },
  "ends a scenario": async (page) => {
    await page.getByRole("button", { name: "Start" }).click();
    await page.getByRole("button", { name: /^End / }).click();
    await shows(page, "No scenario is active.");
  },
  "resets everything": async (page) => {
    await page.getByRole("button", { name: "Reset everything" }).click();
    await shows(page, "0 so far.");
  },
};

/**
 * Uses the mock's status page like a person.
 *
 * @param url base URL of the mock
 */
export async function checkMockPage(browser: Browser, url: string): Promise<CheckResult[]> {
  const context = await browser.newContext();
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: new URL(url).origin });
  const page = await context.newPage();
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
  // A refused option is a 400, which Chromium reports as a failed load.
  const unexpected = complaints.filter((text) => !text.includes("the server responded with a status of 400"));
  results.push({ name: "causes no error in the browser", problems: unexpected });
  const before = complaints.length;
  await page.evaluate(() => {
    document.body.append(
      Object.assign(document.createElement("script"), { textContent: "document.title = 'hacked'" }),
    );
  });
  await page.waitForTimeout(200);
  const isRefused = complaints.length > before && !(await page.title()).includes("hacked");
  results.push({ name: "runs only its own script", problems: isRefused ? [] : ["it ran"] });
  await context.close();
  return results;
}
