import type { JSX } from "preact";
import { textOf } from "../read/text-of.ts";
import { renderMarkdown, renderMarkdownLine } from "./render-markdown.ts";

/** A Markdown text of the document; nothing when it is missing. */
export function Text({ markdown }: { readonly markdown: unknown }): JSX.Element | null {
  const text = textOf(markdown);
  if (text === "") return null;
  return <div class="text" dangerouslySetInnerHTML={{ __html: renderMarkdown(text) }} />;
}

/** A Markdown text of one line, inside a sentence or cell. */
export function Line({ markdown }: { readonly markdown: unknown }): JSX.Element {
  return <span dangerouslySetInnerHTML={{ __html: renderMarkdownLine(textOf(markdown)) }} />;
}
