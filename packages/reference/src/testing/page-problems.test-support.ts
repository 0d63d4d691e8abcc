/**
 * Checks pages that link to each other: dead links, duplicate ids, and values that readers should not see. It ignores
 * the other pages of the site.
 * @param pages - the Markdown by file
 * @returns the problems, in sentences; empty when there are none
 */
export function pageProblems(pages: ReadonlyMap<string, string>): string[] {
  return [...pages].flatMap(([file, markdown]) => [
    ...linkProblems(file, markdown, pages),
    ...twice(idsOf(markdown)).map((id) => `${file}: two places have the id "${id}".`),
    ...textProblems(file, markdown),
  ]);
}

const idsOf = (markdown: string): string[] =>
  [...markdown.matchAll(/ \{#([^}]+)\}$/gm)].map(([, id = ""]) => id);

const twice = (ids: readonly string[]): string[] => ids.filter((id, index) => ids.indexOf(id) !== index);

function linkProblems(file: string, markdown: string, pages: ReadonlyMap<string, string>): string[] {
  const targets = [...withoutCode(markdown).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target);
  return [...new Set(targets)].flatMap((target) => {
    if (/^(https:|\.\.\/)/.test(target)) return [];
    const [page = "", id] = target.split("#");
    const found = pages.get(page === "" ? file : page);
    if (found === undefined) return [`${file}: a link leads to ${target}, which is no page.`];
    const isThere = id === undefined || idsOf(found).includes(id);
    return isThere ? [] : [`${file}: a link leads to ${target}, which is not on that page.`];
  });
}

/** Checks only text outside of code; the spec's texts may use the word "undefined". */
function textProblems(file: string, markdown: string): string[] {
  const found = withoutCode(markdown).match(/\bundefined\b(?! )|\[object \w+\]|\bNaN\b/g) ?? [];
  return [...new Set(found)].map((text) => `${file}: the page says "${text}".`);
}

const withoutCode = (markdown: string): string => markdown.replaceAll(/^(`{3,})[\s\S]*?^\1$/gm, "");
