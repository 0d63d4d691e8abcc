import { posix } from "node:path";
import type { SitePage } from "./site-map.ts";

const { dirname, join, normalize, relative } = posix;

/** Matches a code block, a link, an image or inline code, whichever starts first. */
const pieces = new RegExp(
  [
    /^ *(?<fence>`{3,}|~{3,})[\s\S]*?^ *\k<fence> *$/,
    /(?<image>!?)\[(?<label>(?:[^[\]]|\[[^\]]*\])*)\]\((?<target>[^()\s]+)\)/,
    /(?<ticks>`+)[^`][\s\S]*?(?<!`)\k<ticks>(?!`)/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "gm",
);

/**
 * Converts the links of a repository page into links of the site. A link to another file of the repository becomes
 * plain text, because the site is published without the repository. A link text that is a file name becomes the title
 * of that page.
 * @param source - the page, relative to the repository
 * @param file - its path on the site
 * @param siteFiles - path on the site and title, by path in the repository
 */
export function mendLinks(
  markdown: string,
  source: string,
  file: string,
  siteFiles: ReadonlyMap<string, Pick<SitePage, "file" | "title">>,
): string {
  return markdown.replaceAll(pieces, (match, ...rest) => {
    const { image, label, target } = rest.at(-1) as Readonly<Record<string, string | undefined>>;
    if (target === undefined || /^([a-z]+:|#)/.test(target)) return match;
    if (image !== "") return "";
    const [path = "", hash] = target.split("#");
    const linkedPath = normalize(join(dirname(source), path)).replace(/\/$/, "");
    const page = siteFiles.get(linkedPath) ?? siteFiles.get(`${linkedPath}/README.md`);
    if (page === undefined) return label ?? "";
    const words = /^`?[\w./-]+\.md`?$/.test(label ?? "") ? page.title : label;
    return `[${words}](${relative(dirname(file), page.file)}${hash === undefined ? "" : `#${hash}`})`;
  });
}
