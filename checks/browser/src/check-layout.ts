import type { Page } from "playwright-core";

/**
 * Looks for what is wider than the screen. Code may be: it scrolls in its own box.
 * @returns what is too wide, in sentences; empty when nothing is
 */
export async function checkLayout(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.querySelectorAll("body *:not(pre *)")].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    );
    const names = wide.slice(0, 5).map((element) => `<${element.localName} class="${element.className}">`);
    return [`the page is ${scrollWidth} pixels wide on a screen of ${clientWidth}: ${names.join(", ")}.`];
  });
}
