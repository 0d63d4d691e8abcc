import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { DefaultTheme, UserConfig } from "vitepress";
import { withContentPolicy } from "../src/content-policy.ts";
import { addRules, slugify } from "../src/markdown-rules.ts";
import type { SiteGroup } from "../src/site-map.ts";
import { tokenClasses, tokenTheme } from "../src/token-classes.ts";

// build.ts writes the pages and the menu before it starts VitePress.
const menu = fileURLToPath(new URL("../dist/menu.json", import.meta.url));
const groups = JSON.parse(readFileSync(menu, "utf8")) as SiteGroup[];
const link = (file: string) => `/${file.replace(/(index)?\.md$/, "")}`;

const sidebar: DefaultTheme.SidebarItem[] = groups.map(({ title, pages }) => ({
  text: title,
  items: pages.map((page) => ({ text: page.title, link: link(page.file) })),
}));

const config: UserConfig<DefaultTheme.Config> = {
  title: "NP6 workflow client",
  description: "Typed client, types, mock and bulk command for the NP6 (ChapsVision) scripting/workflows API",
  lang: "en",
  srcDir: "dist/pages",
  outDir: "dist/site",
  cacheDir: "dist/cache",
  head: [["link", { rel: "icon", href: "data:," }]],
  // The site's data are in a separate file, because an inline script would differ from page to page.
  metaChunk: true,
  // Otherwise there would be an inline style, and a style element at each start.
  appearance: { disableTransition: false },
  contentProps: { class: "content-place" },
  markdown: {
    html: false,
    anchor: { slugify },
    theme: tokenTheme,
    codeTransformers: [tokenClasses],
    config: addRules,
  },
  themeConfig: {
    sidebar,
    outline: [2, 3],
    search: { provider: "local" },
    nav: [
      { text: "Guide", link: "/guide" },
      { text: "Failures", link: "/errors" },
      { text: "Reference", link: "/reference/" },
      { text: "Changes", link: "/changes" },
    ],
  },
  transformHead: ({ page }) => [
    ["link", { rel: "alternate", type: "text/markdown", href: page.split("/").at(-1) ?? "" }],
  ],
  transformHtml: withContentPolicy,
};

export default config;
