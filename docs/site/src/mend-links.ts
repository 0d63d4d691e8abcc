import { posix } from "node:path";
import type { SitePage } from "./site-map.ts";

const { dirname, join, normalize, relative } = posix;

/** A block of code, a link or an image, or code inside a line: whichever begins first. */
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
 * Turns the links of a repository page into links of the site. One to a page of the site leads there; one to another file of the
 * repository becomes plain text, because the site travels without the repository. A link whose words are a file's name gets the page's title.
 *
 * @param source - the page, relative to the repository
 * @param file - where it stands on the site
 * @param siteFiles - where each page of the site is written, where it stands, and its title
 */
export function mendLinks(
  markdown: string,
  source: string,
  file: string,
  siteFiles: ReadonlyMap<string, Pick<SitePage, "file" | "title">>,
): string {
  return markdown.replaceAll(pieces, (whole, ...rest) => {
    const { image, label, target } = rest.at(-1) as Readonly<Record<string, string | undefined>>;
    if (target === undefined || /^([a-z]+:|#)/.test(target)) return whole;
    if (image !== "") return "";
    const [path = "", hash] = target.split("#");
    const place = normalize(join(dirname(source), path)).replace(/\/$/, "");
    const found = siteFiles.get(place) ?? siteFiles.get(`${place}/README.md`);
    if (found === undefined) return label ?? "";
    const words = /^`?[\w./-]+\.md`?$/.test(label ?? "") ? found.title : label;
    return `[${words}](${relative(dirname(file), found.file)}${hash === undefined ? "" : `#${hash}`})`;
  });
}
