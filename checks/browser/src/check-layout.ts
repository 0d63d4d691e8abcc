import type { Page } from "playwright-core";

/**
 * Finds elements that are wider than the screen. Code blocks may be, because they scroll.
 * @returns a sentence per element; empty when there is none
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
