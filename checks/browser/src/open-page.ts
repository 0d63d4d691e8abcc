import { pathToFileURL } from "node:url";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import type { Look } from "./look.ts";

/** A page that is open, and what was noticed since. */
export interface OpenPage extends AsyncDisposable {
  readonly page: Page;
  /** What it asked for beside itself. Nothing of it left the machine. */
  readonly requests: readonly string[];
  /** What the browser complained about: what the policy refused, errors. */
  readonly complaints: readonly string[];
}

/** Opens a page from the disk, with every request but the one for the page itself written down and refused. */
export async function openPage(browser: Browser, file: string, look: Look): Promise<OpenPage> {
  const url = pathToFileURL(file).href;
  const context = await browser.newContext(contextOptions(look));
  await context.route("**/*", (route) => (route.request().url() === url ? route.continue() : route.abort()));
  const open = await watchPage(context, (requested) => requested === url);
  await open.page.goto(url);
  return open;
}

/** A browser's settings for a screen. */
export function contextOptions({ width, height, colorScheme }: Omit<Look, "name">): BrowserContextOptions {
  return { viewport: { width, height }, colorScheme };
}

/**
 * Opens an empty page, and writes down what is requested and complained of from then on.
 * @param isOwn - whether a URL is one of what is looked at; one of `data:`, which carries what it stands for, always is
 */
export async function watchPage(context: BrowserContext, isOwn: (url: string) => boolean): Promise<OpenPage> {
  const requests: string[] = [];
  const complaints: string[] = [];
  context.on("request", (request) => {
    if (!isOwn(request.url()) && !request.url().startsWith("data:")) requests.push(request.url());
  });
  const page = await context.newPage();
  // What the policy refuses is no request: it shows here only.
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  return { page, requests, complaints, [Symbol.asyncDispose]: () => context.close() };
}
