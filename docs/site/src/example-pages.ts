import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A page for an example of the repository, with its README and files. */
export interface ExamplePage {
  readonly title: string;
  /** Path of its README, relative to the repository. */
  readonly source: string;
  readonly file: string;
  readonly markdown: string;
}

const languages: Readonly<Record<string, string>> = { cjs: "js", cts: "ts", mjs: "js", mts: "ts" };

/** Makes a page for every folder in `examples/`, so that a new example needs no change here. The demo is left out. */
export function examplePages(repository: string): ExamplePage[] {
  const folders = globSync("examples/*/README.md", { cwd: repository })
    .map((path) => path.split("/")[1] ?? "")
    .filter((name) => name !== "demo")
    .sort();
  return folders.map((name) => {
    const source = `examples/${name}/README.md`;
    const readme = readFileSync(join(repository, source), "utf8").trim();
    return {
      title: /^# (.+)$/m.exec(readme)?.[1] ?? name,
      source,
      file: `recipes/${name}.md`,
      markdown: `${readme}\n\n## Files\n\n${filesOf(join(repository, "examples", name)).join("\n\n")}\n`,
    };
  });
}

/** Lists the files that readers need, in reading order: sources, tests, settings. */
function filesOf(folder: string): string[] {
  const sources = globSync("**/*.{ts,mts,cts,js,cjs,mjs,tsx}", { cwd: folder })
    .filter((path) => !/(^|\/)(node_modules|dist|\.next)\//.test(path))
    .sort((a, b) => rank(a) - rank(b) || a.localeCompare(b, "en"));
  const settings = globSync("{package,tsconfig*}.json", { cwd: folder }).sort();
  return [...sources, ...settings].map((path) => {
    const extension = path.split(".").at(-1) ?? "";
    const language = languages[extension] ?? extension;
    return `### ${path}\n\n\`\`\`${language}\n${readFileSync(join(folder, path), "utf8").trimEnd()}\n\`\`\``;
  });
}

const rank = (path: string): number => (/\.config\./.test(path) ? 2 : /test/.test(path) ? 1 : 0);
