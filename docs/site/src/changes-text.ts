import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Returns the pending changes (`.changeset/`), followed by `docs/changes.md`, which each release extends. */
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

/** Formats a changeset without its front matter, below the names of its packages. */
function readChangeset(text: string): string {
  const [, front = "", body = ""] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  const packages = [...front.matchAll(/"(@[^"]+)"/g)].map(([, name]) => `\`${name}\``);
  return `### ${packages.join(", ")}\n\n${body.trim()}`;
}
