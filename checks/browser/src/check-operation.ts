import type { Page } from "playwright-core";
import type { Operation } from "./read-operations.ts";

/**
 * Scrolls to an operation and looks whether a reader sees it. Its name, method and path and a sample of each kind must
 * show, and nothing that reads like a mistake. What is folded is unfolded first.
 * @returns what is wrong, in sentences; empty when all is there
 */
export async function checkOperation(page: Page, operation: Operation): Promise<string[]> {
  const problems = await page.evaluate(lookAtOperation, operation);
  // Where a reader begins, and where the screenshot is taken.
  await page.evaluate(({ operationId }) => {
    document.querySelector(`section[data-operation="${operationId}"]`)?.scrollIntoView();
  }, operation);
  return problems;
}

/** Runs in the page: nothing outside this function is there. */
function lookAtOperation({ operationId, method, path, summary }: Operation): string[] {
  const problems: string[] = [];
  const sections = document.querySelectorAll(`section[data-operation="${operationId}"]`);
  const [section] = sections;
  if (section === undefined || sections.length > 1) return [`there are ${sections.length} sections for it.`];
  for (const details of section.querySelectorAll("details")) details.open = true;

  /** Scrolls to an element. @returns whether it is there, with that text, within the screen's width and height */
  function isSeen(element: Element | null | undefined, text: string | undefined): boolean {
    if (!(element instanceof HTMLElement)) return false;
    element.scrollIntoView();
    const { x, y, width, height } = element.getBoundingClientRect();
    const isOnScreen = x >= 0 && y >= 0 && x < innerWidth && y < innerHeight && width > 0 && height > 0;
    const shown = element.textContent.trim();
    return isOnScreen && element.checkVisibility() && (text === undefined ? shown !== "" : shown === text);
  }

  if (!isSeen(section.querySelector("h3"), summary)) problems.push(`its heading "${summary}" is not seen.`);
  const endpoint = section.querySelector(".endpoint");
  if (!isSeen(endpoint, `${method} ${path}`)) problems.push(`"${method} ${path}" is not seen.`);
  for (const kind of ["typescript", "curl", "mock"]) {
    const samples = [...section.querySelectorAll(`[data-sample="${kind}"]`)];
    if (samples.length === 0) problems.push(`it has no ${kind} sample.`);
    for (const sample of samples) {
      // Narrower or flatter than this, nobody could read it.
      const isLegible = sample.clientWidth > 200 && sample.clientHeight > 30;
      if (!isSeen(sample, undefined) || !isLegible) problems.push(`a ${kind} sample is not seen.`);
    }
  }
  const copy = section.cloneNode(true) as Element;
  // A text of the spec may speak of what is undefined.
  for (const prose of copy.querySelectorAll(".text, .note")) prose.remove();
  if (/\bundefined\b|\[object|\bNaN\b/.test(copy.textContent))
    problems.push("it shows a value that is none.");
  return problems;
}
