import type { Page } from "playwright-core";
import type { Operation } from "./read-operations.ts";

/**
 * Checks that a page shows an operation: its name, method, path and grade, a sample of each kind, and no text that
 * looks like a mistake.
 * @returns the problems, in sentences; empty when there are none
 */
export async function checkOperation(page: Page, operation: Operation): Promise<string[]> {
  return page.evaluate(operationProblems, operation);
}

/** This function runs in the page, so it uses nothing from outside. */
function operationProblems({ operationId, method, path, summary }: Operation): string[] {
  const main = document.querySelector("main");
  if (main === null) return ["the page has no content."];
  const problems: string[] = [];

  /** Scrolls to an element. @returns whether it is within the screen's width and height */
  function isSeen(element: Element | null | undefined): boolean {
    if (!(element instanceof HTMLElement)) return false;
    element.scrollIntoView({ block: "center" });
    const { x, y, width, height } = element.getBoundingClientRect();
    const isOnScreen =
      x >= 0 && y < innerHeight && y + height > 0 && x < innerWidth && width > 0 && height > 0;
    return isOnScreen && element.checkVisibility() && element.textContent.trim() !== "";
  }

  const codeOf = (text: string) =>
    [...main.querySelectorAll("code")].find((code) => code.textContent === text);
  const heading = main.querySelector("h1");
  // After its text, a heading contains a mark that links to it.
  const words = [...(heading?.childNodes ?? [])].filter((node) => node.nodeType === Node.TEXT_NODE);
  const shown = words
    .map((node) => node.textContent)
    .join("")
    .trim();
  if (!isSeen(heading) || shown !== operationId)
    problems.push(`its heading is "${shown}", not "${operationId}".`);
  const title = [...main.querySelectorAll("strong")].find(({ textContent }) => textContent === summary);
  if (!isSeen(title)) problems.push(`"${summary}" is not visible.`);
  if (!isSeen(codeOf(`${method} ${path}`))) problems.push(`"${method} ${path}" is not visible.`);
  if (!isSeen(codeOf(`np6.${operationId}`))) problems.push(`"np6.${operationId}" is not visible.`);
  if (!isSeen(main.querySelector(".source"))) problems.push("the grade of its source is not visible.");
  const kinds = [...main.querySelectorAll(".vp-code-group:first-of-type .tabs label")].map(
    ({ textContent }) => textContent,
  );
  const [first] = main.querySelectorAll(".vp-code-group pre");
  if (!isSeen(first)) problems.push("no sample is seen.");
  const colours = new Set(
    [...(first?.querySelectorAll("span") ?? [])].map((span) => getComputedStyle(span).color),
  );
  if (colours.size < 4) problems.push(`its code has ${colours.size} colours.`);
  for (const kind of ["TypeScript", "curl", "Mock, in a test"])
    if (!kinds.includes(kind)) problems.push(`it has no sample "${kind}".`);
  const copy = main.cloneNode(true) as Element;
  for (const code of copy.querySelectorAll("pre")) code.remove();
  if (/undefined|\[object|\bNaN\b/.test(copy.textContent)) problems.push("it shows a value that is none.");
  return problems;
}
