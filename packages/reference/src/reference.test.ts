import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import {
  asObject,
  createOperationTable,
  type JsonObject,
  listExampleOperations,
  resolveReference,
} from "@np6/openapi-document";
import { describe, expect, test } from "vitest";
import { anchor, operationFile } from "./markdown/anchor.ts";
import { componentsOf } from "./read/components-of.ts";
import { statusTitle } from "./read/status-title.ts";
import { pageProblems } from "./testing/page-problems.test-support.ts";

// Compares the built pages with the document.
const folder = fileURLToPath(new URL("../dist/pages/", import.meta.url));
const pages = new Map(readdirSync(folder).map((file) => [file, readFileSync(`${folder}${file}`, "utf8")]));
const document: JsonObject = createRequire(import.meta.url)("@np6/api-types/openapi.json");

function page(file: string): string {
  const found = pages.get(file);
  if (found === undefined) throw new Error(`there is no page ${file}`);
  return found;
}

/** Returns the text below a heading, up to the next heading of the same level. */
function section(markdown: string, heading: string): string {
  const level = /^#+/.exec(heading)?.[0] ?? "";
  const [, rest = ""] = `\n${markdown}`.split(`\n${heading}\n`);
  return rest.split(new RegExp(`^#{1,${level.length}} `, "m"))[0] ?? "";
}

test("every link leads somewhere, and nothing shows a value that is none", () => {
  expect(pageProblems(pages)).toEqual([]);
});

const operations = listExampleOperations(document, createOperationTable(document).table);

describe.each(operations)("$operationId", ({ operationId, method, path, bodies }) => {
  const ofOperation = () => page(operationFile(operationId));
  const described = resolveReference(document, resolveReference(document, document.paths)[path]);
  const operation = resolveReference(document, described[method.toLowerCase()]);

  test("has its name, method, path and source", () => {
    const [name, title, call] = ofOperation().split("\n\n");
    expect(name).toBe(`# ${operationId}`);
    expect(title).toBe(`**${operation.summary}** \`source: ${operation["x-source"]}\``);
    expect(call).toBe(`\`np6.${operationId}\` sends \`${method} ${path}\``);
  });

  test("is in the list of all, with its method", () => {
    expect(page("index.md")).toContain(
      `| [${operation.summary}](${operationFile(operationId)}) | \`${operationId}\` | \`${method} ${path}\` |`,
    );
  });

  test("has samples for every example of its body, and one for the mock", () => {
    const samples = [...ofOperation().matchAll(/^```\w+ \[.+\] sample=(\w+)(?: example=(\S*))?/gm)].map(
      ([, kind, example]) => [kind, example],
    );
    const names = bodies.length === 0 ? [undefined] : bodies.map(({ name }) => name);
    const expected = names.flatMap((name) => [
      ["typescript", name],
      ["curl", name],
    ]);
    expect(samples).toEqual(expect.arrayContaining([...expected, ["mock", names[0]]]));
    expect(samples).toHaveLength(expected.length + 1);
  });

  test("says where the examples of its body come from", () => {
    const grades = [...ofOperation().matchAll(/^With this body: .* `source: (\w+)`$/gm)];
    expect(grades.map(([, grade]) => grade)).toEqual(bodies.map((body) => body.described["x-source"]));
  });

  test("has every documented answer", () => {
    const answers = section(ofOperation(), "## Answers");
    const responses = Object.keys(resolveReference(document, operation.responses));
    const shown = [...answers.matchAll(/^(?:### |\| \[?)(\d[\dX]{2}|default)\b/gm)].map(
      ([, status]) => status,
    );
    expect(shown.sort()).toEqual(responses.sort());
    for (const status of responses) expect(answers).toContain(statusTitle(status));
  });

  test("says of every refusal which failure it is, and whether the call may have run", () => {
    const rows = section(ofOperation(), "### Refusals").split("\n").slice(3);
    for (const row of rows.filter((line) => line.startsWith("| "))) {
      expect(row).toMatch(/`HttpError`, kind `(http|rate-limited)`/);
      expect(row).toMatch(/`outcomeUnknown` (\*\*true\*\*|false), (not )?sent again/);
    }
  });
});

describe.each(componentsOf(document, "schemas"))("schema %s", (name, schema) => {
  const ofSchema = () => section(page("schemas.md"), `## ${name} {#${anchor("schema", name)}}`);

  test("has its source, and that of each property, with the notes", () => {
    expect(ofSchema().trim().split("\n")[0]).toMatch(new RegExp(`\`source: ${schema["x-source"]}\`$`));
    expect(spaced(ofSchema())).toContain(noteOf(schema));
    const properties = Object.entries(asObject(schema.properties));
    const items = ofSchema()
      .split(/^(?=- )/m)
      .filter((item) => item.startsWith("- "));
    expect(items).toHaveLength(properties.length);
    properties.forEach(([property, described], index) => {
      const item = items[index] ?? "";
      expect(item).toMatch(
        new RegExp(`^- \\*\\*\`${property}\`\\*\\* .*\`source: ${(described as JsonObject)["x-source"]}\``),
      );
      expect(spaced(item)).toContain(noteOf(described as JsonObject));
    });
  });
});

const spaced = (text: string): string => text.replaceAll(/\s+/g, " ");

/** Returns the note beside a source. */
function noteOf(described: JsonObject): string {
  const note = described["x-source-note"];
  return typeof note === "string" ? spaced(`*Source:* ${note.trim()}`) : "";
}

test("headers are told under the names that they are sent under", () => {
  const headers = section(page("index.md"), "## Response headers");
  expect(headers).toContain("**`x-request-id`**");
  for (const markdown of pages.values()) {
    for (const [, name] of markdown.matchAll(/\[(`[^`]+`)\]\(index\.md#header-/g))
      expect(headers).toContain(`**${name}**`);
  }
});
