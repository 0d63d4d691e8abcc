import { largestBump, type SpecChange, type SpecDiff } from "@np6/openapi-diff";

/** Maximum number of listed changes per kind; the others are counted. */
const LISTED = 30;

/**
 * Describes the changes for consumers: breaks and the steps to take, new features, changed descriptions.
 * @returns Markdown, without empty lines at its ends
 */
export function describeForConsumers({ changes }: SpecDiff): string {
  const of = (bump: SpecChange["bump"], direction?: SpecChange["direction"]) =>
    changes.filter((change) => change.bump === bump && change.direction === direction);
  const corrected = changes.filter(({ bump }) => bump === "patch").length;
  return [
    section("**Breaks: what you send.** Compile, and change these calls:", of("major", "request")),
    section(
      "**Breaks: what you read.** Compile, and change the code that reads these responses:",
      of("major", "response"),
    ),
    section("**Breaks: how calls are made.** Check whether you depend on it:", of("major")),
    section("**New in what you can send:**", of("minor", "request")),
    section(
      "**New in what you can read.** A response may have values that your code does not know:",
      of("minor", "response"),
    ),
    section("**New:**", of("minor")),
    changes.some(({ witness }) => witness !== undefined)
      ? [
          "The code names types of `@np6/api-types`. `given` stands for any value, `before` for the old types.",
        ]
      : [],
    corrected === 0
      ? []
      : [
          `Descriptions, examples or notes changed ${corrected === 1 ? "once" : `${corrected} times`}; nothing to do.`,
        ],
  ]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n");
}

/**
 * Removes the changes that other changesets list, in the words of `describeForConsumers`. Descriptions and notes are
 * not listed there, only counted. So they all stay as soon as one other change stays.
 */
export function withoutListed(
  { changes }: SpecDiff,
  changesets: readonly { readonly text: string }[],
): SpecDiff {
  const listed = new Set(changesets.flatMap(({ text }) => text.split("\n")));
  const additions = changes.filter((change) => change.bump !== "patch" && !listed.has(line(change)));
  const patches =
    changesets.length > 0 && additions.length === 0 ? [] : changes.filter(({ bump }) => bump === "patch");
  const remaining = [...additions, ...patches];
  return { bump: largestBump(remaining.map(({ bump }) => bump)), changes: remaining };
}

function section(title: string, changes: readonly SpecChange[]): string[] {
  if (changes.length === 0) return [];
  // A component that several operations use is reported for each, so equal messages are merged.
  const messages = new Map(changes.map((change) => [line(change), change]));
  const rest = messages.size - LISTED;
  const listed = [...messages].slice(0, LISTED);
  return [
    title,
    "",
    ...listed.flatMap(([text, change]) => [text, ...codeOf(change)]),
    ...(rest > 0 ? [`- … and ${rest} more.`] : []),
  ];
}

/** Writes the code before and after a change, as part of its list item. */
function codeOf({ witness }: SpecChange): string[] {
  if (witness === undefined) return [];
  const after = witness.after === undefined ? [] : ["// after", witness.after];
  return ["", ...["```ts", "// before", witness.before, ...after, "```"].map((text) => `  ${text}`), ""];
}

/** Adds the operation to a sentence that does not name it. */
function line({ message, operationId }: SpecChange): string {
  const named = operationId === undefined || message.includes(`\`${operationId}\``);
  return named ? `- ${message}` : `- \`${operationId}\`: ${message}`;
}
