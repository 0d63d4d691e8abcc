import { pathToFileURL } from "node:url";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import type { Look } from "./look.ts";

/** An open page, and its observed events. */
export interface OpenPage extends AsyncDisposable {
  readonly page: Page;
  /** All requests after that of the page itself. None of them left the machine. */
  readonly requests: readonly string[];
  /** Errors in the browser's console, including violations of the policy. */
  readonly complaints: readonly string[];
}

/** Opens a page from the disk. Every further request is recorded and refused. */
export async function openPage(browser: Browser, file: string, look: Look): Promise<OpenPage> {
  const url = pathToFileURL(file).href;
  const context = await browser.newContext(contextOptions(look));
  await context.route("**/*", (route) => (route.request().url() === url ? route.continue() : route.abort()));
  const open = await watchPage(context, (requested) => requested === url);
  await open.page.goto(url);
  return open;
}

/** Returns the browser's settings for a screen. */
export function contextOptions({ width, height, colorScheme }: Omit<Look, "name">): BrowserContextOptions {
  return { viewport: { width, height }, colorScheme };
}

/**
 * Opens an empty page, and records requests and errors from then on.
 * @param isOwn - whether a URL belongs to the tested page; `data:` URLs always do, because they contain their data
 */
export async function watchPage(context: BrowserContext, isOwn: (url: string) => boolean): Promise<OpenPage> {
  const requests: string[] = [];
  const complaints: string[] = [];
  context.on("request", (request) => {
    if (!isOwn(request.url()) && !request.url().startsWith("data:")) requests.push(request.url());
  });
  const page = await context.newPage();
  // A request that the policy refuses is never sent; it appears only in the console.
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  return { page, requests, complaints, [Symbol.asyncDispose]: () => context.close() };
}
