import { type Bump, isAtLeast } from "@np6/openapi-diff";
import { InputError } from "../repository/input-error.ts";
import { specPackages } from "./declared-bump.ts";

const START =
  "<!-- What stands between this line and the last is made by `pnpm spec changeset`. Write above or below. -->";
const END = "<!-- Up to here it is made by `pnpm spec changeset`. -->";
const HEADLINE = "The description of the API changed.";

/**
 * Writes the changeset of a changed document. In an existing changeset, texts of people are kept, and bumps are raised
 * but never lowered.
 * @param description - text for consumers, in Markdown
 * @param bump - the bump that the release requires
 * @param existing - text of an existing changeset
 * @throws InputError when the existing text cannot be parsed
 */
export function composeChangeset(description: string, bump: Bump, existing?: string): string {
  const { releases, before, after } = existing === undefined ? fresh : splitChangeset(existing);
  const raised = specPackages.map((name) => [name, larger(releases.get(name) ?? "none", bump)] as const);
  const bumps = new Map([...raised, ...[...releases].filter(([name]) => !specPackages.includes(name))]);
  const frontMatter = [...bumps].map(([name, type]) => `"${name}": ${type}\n`).join("");
  return `---\n${frontMatter}---\n${before}${START}\n\n${description}\n\n${END}${after}`;
}

interface Parts {
  readonly releases: ReadonlyMap<string, Bump>;
  /** Text before and after the generated part, with its line ends. */
  readonly before: string;
  readonly after: string;
}

const fresh: Parts = { releases: new Map(), before: `\n${HEADLINE}\n\n`, after: "\n" };

function splitChangeset(text: string): Parts {
  const [, header, body] = /^---\r?\n([\s\S]*?)^---\r?\n([\s\S]*)$/m.exec(text) ?? [];
  if (header === undefined || body === undefined) {
    throw new InputError(
      "the changeset has no header between two lines `---`; fix it, or delete the file to start again.",
    );
  }
  const releases = new Map<string, Bump>();
  for (const line of header.split("\n").filter((entry) => entry.trim() !== "")) {
    const [, name, type] = /^["']?([^"']+)["']?\s*:\s*(none|patch|minor|major)\s*$/.exec(line) ?? [];
    if (name === undefined)
      throw new InputError(`the changeset's header says "${line}"; write \`"package": bump\`.`);
    releases.set(name, type as Bump);
  }
  const [start, end] = [body.indexOf(START), body.indexOf(END)];
  if (start < 0 && end < 0) return { releases, before: `${body.trimEnd()}\n\n`, after: "\n" };
  if (start < 0 || end < start) {
    throw new InputError(
      "one of the two marker lines is missing, so the generated part is unknown; delete the other marker.",
    );
  }
  return { releases, before: body.slice(0, start), after: body.slice(end + END.length) };
}

function larger(bump: Bump, other: Bump): Bump {
  return isAtLeast(bump, other) ? bump : other;
}
