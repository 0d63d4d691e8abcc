import { createHash } from "node:crypto";
import { type HTMLElement, parse } from "node-html-parser";

/**
 * What is wrong with a page that has to stand alone: what it would load or run, links that lead nowhere, and values that
 * were not meant to be read.
 * @returns the problems, in sentences; empty when there are none
 */
export function pageProblems(html: string): string[] {
  const page = parse(html, { comment: true });
  const elements = page.querySelectorAll("*");
  return [
    ...elements.flatMap(elementProblems),
    ...policyProblems(page),
    ...linkProblems(page),
    ...textProblems(page),
  ];
}

const loading = [
  "script",
  "img",
  "iframe",
  "object",
  "embed",
  "video",
  "audio",
  "source",
  "form",
  "base",
  "svg",
];

function elementProblems(element: HTMLElement): string[] {
  const tag = element.rawTagName.toLowerCase();
  const { href, src, style } = element.attributes;
  const mayLoad = loading.includes(tag) ? [`<${tag}> loads, runs or sends something; leave it out.`] : [];
  const loads =
    tag === "link" && !href?.startsWith("data:") ? [`<link> loads ${href}; put it into the page.`] : [];
  const outside = src === undefined ? [] : [`<${tag}> has src="${src}"; put it into the page.`];
  const inline =
    style === undefined ? [] : [`<${tag}> has a style attribute, which the policy forbids; use a class.`];
  const handlers = Object.keys(element.attributes)
    .filter((name) => /^on/i.test(name))
    .map((name) => `<${tag}> has ${name}, which the policy forbids.`);
  const target =
    tag === "a" && !/^(#.|https:)/.test(href ?? "") ? [`a link points to "${href}"; use # or https:.`] : [];
  return [...mayLoad, ...loads, ...outside, ...inline, ...handlers, ...target];
}

function policyProblems(page: HTMLElement): string[] {
  const policy =
    page.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute("content") ?? "";
  const styles = page.querySelectorAll("style").map((style) => style.rawText);
  const problems = styles.flatMap((css) => {
    const hash = createHash("sha256").update(css).digest("base64");
    const outside = /url\(|@import/.test(css) ? ["the stylesheet loads something; leave it out."] : [];
    return policy.includes(`'sha256-${hash}'`)
      ? outside
      : [...outside, "the policy does not allow the stylesheet."];
  });
  if (!policy.startsWith("default-src 'none';"))
    problems.push("the policy must begin with default-src 'none'.");
  if (/unsafe|script-src|connect-src|https?:/.test(policy))
    problems.push(`the policy is too wide: ${policy}.`);
  return problems;
}

function linkProblems(page: HTMLElement): string[] {
  const ids = page.querySelectorAll("[id]").map(({ id }) => id);
  const twice = ids
    .filter((id, index) => ids.indexOf(id) !== index)
    .map((id) => `two elements have the id "${id}".`);
  const dead = page
    .querySelectorAll('a[href^="#"]')
    .map((link) => (link.getAttribute("href") ?? "").slice(1))
    .filter((id) => !ids.includes(id))
    .map((id) => `a link points to #${id}, which is not on the page.`);
  return [...twice, ...new Set(dead)];
}

/** Looks where the page's own code writes; a text of the spec may speak of what is undefined. */
function textProblems(page: HTMLElement): string[] {
  for (const prose of page.querySelectorAll(".text, .note")) prose.remove();
  const found = page.querySelector("body")?.textContent.match(/undefined|\[object \w+\]|\bNaN\b/g) ?? [];
  return [...new Set(found)].map((text) => `the page says "${text}".`);
}
