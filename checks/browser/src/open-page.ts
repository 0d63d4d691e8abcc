import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import type { Look } from "./look.ts";

/** A page that is open, and what was noticed since. */
export interface OpenPage {
  readonly page: Page;
  /** What it asked for beside itself. Nothing of it left the machine. */
  readonly requests: readonly string[];
  /** What the browser complained about: what the policy refused, errors. */
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
}

/** Opens a page from the disk, with every request but the one for the page itself written down and refused. */
export async function openPage(browser: Browser, file: string, look: Look): Promise<OpenPage> {
  const { width, height, colorScheme } = look;
  const context = await browser.newContext({ viewport: { width, height }, colorScheme });
  const requests: string[] = [];
  const complaints: string[] = [];
  const url = pathToFileURL(file).href;
  context.on("request", (request) => {
    // A `data:` URL carries what it stands for.
    if (request.url() !== url && !request.url().startsWith("data:")) requests.push(request.url());
  });
  await context.route("**/*", (route) => (route.request().url() === url ? route.continue() : route.abort()));
  const page = await context.newPage();
  // What the policy refuses is no request: it shows here only.
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.goto(url);
  return { page, requests, complaints, close: () => context.close() };
}
