import type { Browser, Page } from "playwright-core";
import type { ServedSite } from "../../../../docs/site/src/serve-site.ts";
import type { Look } from "../look.ts";
import type { OpenPage } from "../open-page.ts";

/** The site in a browser of its own. */
export interface OpenSite extends OpenPage {
  /** Goes to a page, and waits until its buttons work. */
  readonly goTo: (file: string) => Promise<void>;
}

/**
 * Opens the site, and writes down every request that is not for it. Nothing of those leaves the machine: the browser was started without
 * names of other hosts.
 * @param scripts - whether the pages' scripts run
 */
export async function openSite(
  browser: Browser,
  site: ServedSite,
  look: Look,
  scripts = true,
): Promise<OpenSite> {
  const { width, height, colorScheme } = look;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    javaScriptEnabled: scripts,
  });
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: site.origin });
  const requests: string[] = [];
  const complaints: string[] = [];
  context.on("request", (request) => {
    if (!request.url().startsWith(`${site.origin}/`) && !request.url().startsWith("data:"))
      requests.push(request.url());
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  // What the policy refuses is no request: it shows here only.
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  const goTo = async (file: string) => {
    await page.goto(`${site.origin}/${file}`);
    if (scripts) await isReady(page);
  };
  return { page, requests, complaints, goTo, close: () => context.close() };
}

async function isReady(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const app = document.querySelector("#app");
    return app !== null && "__vue_app__" in app;
  });
}
