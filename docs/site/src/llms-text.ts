import type { Site } from "./assemble-site.ts";

/** Returns the first sentence of a page's first paragraph of prose. */
function firstSentence(markdown: string): string {
  const paragraphs = markdown.replaceAll(/^(`{3,})[\s\S]*?^\1$/gm, "").split(/\n\s*\n/);
  const prose = paragraphs
    .map((text) => text.replace(/^#.*\n?/, "").trim())
    .find((text) => /^[\p{L}*`[]/u.test(text) && !/^`[^`]*`$/.test(text));
  const words = (prose ?? "")
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replaceAll(/\*\*|`source: \w+`/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
  return /^.*?[.:](?= |$)/.exec(words)?.[0].replace(/:$/, ".") ?? words;
}

/** Makes `llms.txt` (llmstxt.org): the purpose of the site, and the Markdown pages with a line on each. */
export function llmsText({ pages, groups }: Site, base: string): string {
  const sections = groups.map(({ title, pages: listed }) => {
    const lines = listed.map(({ title: name, file }) => {
      const about = firstSentence(pages.get(file) ?? "");
      return `- [${name}](${base}${file})${about === "" ? "" : `: ${about}`}`;
    });
    return `## ${title}\n\n${lines.join("\n")}\n`;
  });
  const summary =
    "A TypeScript client for the NP6 (ChapsVision) scripting/workflows API, with types, a mock and a command for jobs with many receivers. " +
    "A call sent twice is an e-mail sent twice: read the pages on failures and retries before you repeat one.";
  return `# NP6 workflow client\n\n> ${summary}\n\n${sections.join("\n")}`;
}
