import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What changed: `docs/changes.md`, which a release writes, and before it what is to be released next (`.changeset/`). */
export function changesText(repository: string): string {
  const released = join(repository, "docs/changes.md");
  const [title, ...rest] = existsSync(released)
    ? readFileSync(released, "utf8").split(/^(?=## )/m)
    : ["# Changes\n"];
  const pending = globSync(".changeset/*.md", { cwd: repository })
    .filter((path) => !path.endsWith("README.md"))
    .sort()
    .map((path) => readChangeset(readFileSync(join(repository, path), "utf8")));
  const next = pending.length === 0 ? [] : [`## Next release\n\n${pending.join("\n\n")}\n\n`];
  return [title, "\n", ...next, ...rest].join("");
}

/** A changeset without its front matter, under the packages that it is for. */
function readChangeset(text: string): string {
  const [, front = "", body = ""] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  const packages = [...front.matchAll(/"(@[^"]+)"/g)].map(([, name]) => `\`${name}\``);
  return `### ${packages.join(", ")}\n\n${body.trim()}`;
}
