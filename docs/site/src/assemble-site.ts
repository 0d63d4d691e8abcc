import { existsSync, globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { changesText } from "./changes-text.ts";
import { examplePages } from "./example-pages.ts";
import { mendLinks } from "./mend-links.ts";
import { type SiteGroup, type SitePage, siteGroups } from "./site-map.ts";

/** The site before it is rendered. */
export interface Site {
  /** The Markdown of each page, by its path on the site. */
  readonly pages: ReadonlyMap<string, string>;
  readonly groups: readonly SiteGroup[];
}

/** Documents of the repository with another page on the site, or none. */
const elsewhere = ["docs/changes.md"];

/**
 * Collects the pages from their sources: `docs/`, the READMEs of packages and examples, the change logs and the
 * reference. A page of `docs/` that is not in the menu is listed with the recipes.
 */
export function assembleSite(repository: string): Site {
  const read = (path: string) => readFileSync(join(repository, path), "utf8");
  const named = siteGroups.flatMap(({ pages }) => pages);
  const otherPages = globSync("docs/*.md", { cwd: repository })
    .filter((path) => !elsewhere.includes(path) && !named.some(({ source }) => source === path))
    .sort()
    .map((source) => ({
      title: /^# (.+)$/m.exec(read(source))?.[1] ?? source,
      source,
      file: basename(source),
    }));
  const listed = [...named, ...otherPages];
  const examples = examplePages(repository);
  const reference = referencePages(repository);
  const siteFiles = new Map<string, Pick<SitePage, "file" | "title">>([
    ...[...listed, ...examples].map((page) => [page.source, page] as const),
    ["README.md", { file: "index.md", title: "Start page" }],
    ["docs/changes.md", { file: "changes.md", title: "Changes" }],
  ]);
  const mended = (source: string, file: string, markdown = read(source)) =>
    mendLinks(markdown, source, file, siteFiles);
  const readme = read("README.md");
  const home = [
    read("docs/site/home.md").trim(),
    ...["What is different here", "A call"].map((name) => section(readme, name)),
  ];
  return {
    pages: new Map([
      ["index.md", mended("README.md", "index.md", `${home.join("\n\n")}\n`)],
      ...listed.map(({ source, file }) => [file, mended(source, file)] as const),
      ...examples.map(({ source, file, markdown }) => [file, mended(source, file, markdown)] as const),
      ["changes.md", changesText(repository)],
      ...reference.map(({ source, file }) => [file, read(source)] as const),
    ]),
    groups: siteGroups.flatMap((group) => {
      if (group.title === "Recipes")
        return [{ ...group, pages: [...group.pages, ...otherPages, ...examples] }];
      if (group.title === "Packages") return [group, { title: "Reference", pages: reference }];
      if (group.title !== "Start") return [group];
      return [{ ...group, pages: [...group.pages, { title: "Changes", source: "", file: "changes.md" }] }];
    }),
  };
}

/** Returns a section of a page, with its heading. */
function section(markdown: string, heading: string): string {
  const match = markdown.split(/^(?=## )/m).find((part) => part.startsWith(`## ${heading}\n`));
  if (match === undefined) throw new Error(`README.md has no section "${heading}", which docs/site shows.`);
  return match.trim();
}

/** Lists the pages of packages/reference: overview, operations in the document's order, and the others. */
function referencePages(repository: string): SitePage[] {
  const folder = "packages/reference/dist/pages";
  if (!existsSync(join(repository, folder, "index.md")))
    throw new Error("The reference is not built: run `npx pnpm@12.21.0 site` in the root, which builds it.");
  const overview = readFileSync(join(repository, folder, "index.md"), "utf8");
  const operations = [...overview.matchAll(/^\| \[.*?\]\(([^)#]+)\.md\)/gm)].map(([, name = ""]) => name);
  const named = (name: string, title: string): SitePage => ({
    title,
    source: `${folder}/${name}.md`,
    file: `reference/${name}.md`,
  });
  return [
    named("index", "Overview"),
    ...operations.map((name) => named(name, name)),
    named("failures", "Failures of every call"),
    named("schemas", "Schemas"),
  ];
}
