import type { ServedSite } from "@np6/tools/serve-site";
import type { Browser } from "playwright-core";
import type { Look } from "../look.ts";
import { contextOptions, type OpenPage, watchPage } from "../open-page.ts";

/** The site in its own browser context. */
export interface OpenSite extends OpenPage {
  /** Opens a page, and waits until its buttons work. */
  readonly goTo: (file: string) => Promise<void>;
}

/** @param scripts - whether the scripts of pages run */
export type Open = (look: Look, scripts?: boolean) => Promise<OpenSite>;

/**
 * Opens the site, and records every request to another host. None of them leaves the machine, because the browser
 * resolves no other hosts.
 */
export const openerOf =
  (browser: Browser, { origin }: ServedSite): Open =>
  async (look, scripts = true) => {
    const context = await browser.newContext({ ...contextOptions(look), javaScriptEnabled: scripts });
    await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: origin });
    const open = await watchPage(context, (url) => url.startsWith(`${origin}/`));
    const { page } = open;
    page.setDefaultTimeout(15_000);
    const goTo = async (file: string) => {
      await page.goto(`${origin}/${file}`);
      if (!scripts) return;
      await page.waitForFunction(() => {
        const app = document.querySelector("#app");
        return app !== null && "__vue_app__" in app;
      });
    };
    return { ...open, goTo };
  };
