import { createHash } from "node:crypto";
import { isJsonObject } from "@np6/openapi-document";
import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { Page, type PageContent } from "./page/page.tsx";
import { textOf } from "./read/text-of.ts";

/**
 * Renders the whole page. It has no script and loads nothing: its policy forbids both, and allows just this stylesheet. The
 * same content gives the same text.
 * @param css - the stylesheet, which goes into the page
 */
export function renderReference(content: PageContent, css: string): string {
  const { info } = content.document;
  const title = isJsonObject(info) ? textOf(info.title) : "";
  const hash = createHash("sha256").update(css).digest("base64");
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${renderToString(h("span", {}, title)).replace(/<\/?span>/g, "")}: reference</title>
<link rel="icon" href="data:,">
<style>${css}</style>
</head>
<body>
${renderToString(h(Page, content))}
</body>
</html>
`;
}
