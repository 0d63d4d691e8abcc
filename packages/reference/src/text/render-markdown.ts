import createMarkdown, { type MarkdownIt } from "markdown-it";

/** What a link on the page may point to: a place on the page itself, or a site that the reader goes to on a click. */
const allowedLink = /^(#|https:)/;

/**
 * Makes a renderer without HTML from the text, without images and without style attributes: the page's policy forbids
 * them. Links to other files of the repository become plain text, since the page travels alone.
 */
function createRenderer(): MarkdownIt {
  const markdown = createMarkdown({ html: false }).disable("image");
  markdown.core.ruler.push("plain-links-and-tables", ({ tokens }) => {
    for (const { children } of tokens) {
      let plain = false;
      for (const token of children ?? []) {
        if (token.type === "link_open") plain = !allowedLink.test(String(token.attrGet("href")));
        if (plain && token.type.startsWith("link_"))
          Object.assign(token, { hidden: true, type: "text", content: "" });
      }
    }
    for (const token of tokens) if (token.type === "th_open" || token.type === "td_open") token.attrs = null;
  });
  return markdown;
}

const renderer = createRenderer();

/** Renders Markdown as HTML. */
export function renderMarkdown(text: string): string {
  return renderer.render(text);
}

/** Renders a line of Markdown as HTML, without a paragraph around it. */
export function renderMarkdownLine(text: string): string {
  return renderer.renderInline(text);
}
