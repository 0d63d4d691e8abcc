import type { MarkdownOptions } from "vitepress";

type Markdown = Parameters<NonNullable<MarkdownOptions["config"]>>[0];

/** Makes ids of headings like code hosts do, so that links between the repository's pages work here too. */
export function slugify(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{M}_ -]/gu, "")
    .replaceAll(" ", "-");
}

/**
 * Renders grades as badges, and escapes double braces, which Vue would evaluate. Columns of figures are aligned by a
 * class, because the site's policy forbids style attributes.
 */
export function addRules(markdown: Markdown): void {
  const { rules } = markdown.renderer;
  const codeInline = rules.code_inline;
  if (codeInline === undefined) throw new Error("markdown-it has no rule for inline code.");
  rules.code_inline = (tokens, index, ...rest) => {
    const grade = /^source: (\w+)$/.exec(tokens[index]?.content ?? "")?.[1];
    if (grade !== undefined) return `<span class="source source-${grade}">${grade}</span>`;
    return codeInline(tokens, index, ...rest);
  };
  // An indented block is no fence, but may be wide too.
  rules.code_block = (tokens, index) =>
    `<pre v-pre tabindex="0" class="plain"><code>${markdown.utils.escapeHtml(tokens[index]?.content ?? "")}</code></pre>`;
  rules.text = (tokens, index) =>
    markdown.utils.escapeHtml(tokens[index]?.content ?? "").replaceAll("{{", "&#123;&#123;");
  markdown.core.ruler.push("aligned-by-class", ({ tokens }) => {
    for (const [index, token] of tokens.entries()) {
      if (token.type === "th_open" && tokens[index + 1]?.content === "") {
        // An empty heading cell becomes an ordinary cell.
        token.tag = "td";
        Object.assign(tokens[index + 2] ?? {}, { tag: "td" });
      }
      if (token.type !== "th_open" && token.type !== "td_open") continue;
      const isRight = token.attrGet("style") === "text-align:right";
      token.attrs = isRight ? [["class", "right"]] : null;
    }
  });
}
