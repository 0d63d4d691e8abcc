import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import {
  createOperationTable,
  isJsonObject,
  type JsonObject,
  listExampleOperations,
  resolveReference,
} from "@np6/openapi-document";
import { type HTMLElement, parse } from "node-html-parser";
import { describe, expect, test } from "vitest";
import { componentsOf } from "./read/components-of.ts";
import { markdownSection } from "./read/markdown-section.ts";
import { pageProblems } from "./testing/page-problems.test-support.ts";
import { anchor } from "./text/anchor.ts";

// The page as it was built, held against the document and the spec's README.
const html = readFileSync(fileURLToPath(new URL("../dist/reference.html", import.meta.url)), "utf8");
const document: JsonObject = createRequire(import.meta.url)("@np6/api-types/openapi.json");
const specReadme = readFileSync(fileURLToPath(new URL("../../../spec/README.md", import.meta.url)), "utf8");
const page = parse(html);

function at(selector: string, within: HTMLElement = page): HTMLElement {
  const element = within.querySelector(selector);
  if (element === null) throw new Error(`the page has no ${selector}`);
  return element;
}

/** The text of an element, with white space as a reader sees it. */
function textAt(selector: string, within?: HTMLElement): string {
  return at(selector, within).textContent.replaceAll(/\s+/g, " ").trim();
}

test("the page stands alone", () => {
  expect(pageProblems(html)).toEqual([]);
});

test("the page is smaller than 3 MB", () => {
  expect(Buffer.byteLength(html)).toBeLessThan(3_000_000);
});

const operations = listExampleOperations(document, createOperationTable(document).table);

describe.each(operations)("$operationId", ({ operationId, method, path, bodies }) => {
  const section = () => at(`#${anchor("operation", operationId)}`);
  const described = resolveReference(document, resolveReference(document, document.paths)[path]);
  const operation = resolveReference(document, described[method.toLowerCase()]);

  test("has its name, method, path and source", () => {
    expect(textAt("h3", section())).toBe(operation.summary);
    expect(textAt(".endpoint", section())).toBe(`${method} ${path}`);
    expect(textAt(".called", section())).toBe(`np6.${operationId} ${operation["x-source"]}`);
  });

  test("has samples for every example of its body, and one for the mock", () => {
    const samples = section()
      .querySelectorAll("[data-sample]")
      .map((sample) => [sample.getAttribute("data-sample"), sample.getAttribute("data-example")]);
    const names = bodies.length === 0 ? [undefined] : bodies.map(({ name }) => name);
    const expected = names.flatMap((name) => [
      ["typescript", name],
      ["curl", name],
    ]);
    expect(samples).toEqual(expect.arrayContaining([...expected, ["mock", names[0]]]));
    expect(samples).toHaveLength(expected.length + 1);
  });

  test("says where the examples of its body come from", () => {
    const grades = section().querySelectorAll(".body-example p > .source");
    expect(grades.map(({ textContent }) => textContent)).toEqual(
      bodies.map(({ described }) => described["x-source"]),
    );
  });

  test("has every documented answer", () => {
    const statuses = section()
      .querySelectorAll("[data-status]")
      .map((answer) => answer.getAttribute("data-status"));
    expect(statuses.sort()).toEqual(Object.keys(resolveReference(document, operation.responses)).sort());
  });

  test("says of every refusal which failure it is, and whether the call may have run", () => {
    for (const row of section().querySelectorAll(".refusals tbody tr")) {
      expect(row.textContent).toMatch(/HttpError, kind (http|rate-limited)/);
      expect(row.textContent).toMatch(/outcomeUnknown (true|false), (not )?sent again/);
    }
  });
});

describe.each(componentsOf(document, "schemas"))("schema %s", (name, schema) => {
  const section = () => at(`#${anchor("schema", name)}`);

  test("has its source, and that of each property, with the notes", () => {
    expect(textAt("h3 .source", section())).toBe(schema["x-source"]);
    const texts = section().textContent.replaceAll(/\s+/g, " ");
    expect(texts).toContain(noteOf(schema));
    const properties = Object.entries(isJsonObject(schema.properties) ? schema.properties : {});
    const rows = section().querySelectorAll(":scope > .properties > .property");
    expect(rows).toHaveLength(properties.length);
    properties.forEach(([property, described], index) => {
      const row = rows[index] as HTMLElement;
      expect(textAt("dt .name", row)).toBe(property);
      expect(textAt("dt .source", row)).toBe((described as JsonObject)["x-source"]);
      expect(row.textContent).toContain(noteOf(described as JsonObject));
    });
  });
});

/** The beginning of a note up to where Markdown begins. */
function noteOf(described: JsonObject): string {
  const note = described["x-source-note"];
  return typeof note === "string" ? (note.trim().split(/[`*_[\\"'\n]/)[0] ?? "") : "";
}

test("headers are told under the names that they are sent under", () => {
  const names = at("#headers").querySelectorAll(".property .name");
  expect(names.map(({ textContent }) => textContent)).toContain("x-request-id");
  for (const { textContent } of page.querySelectorAll(".headers a")) {
    expect(textAt("#headers")).toContain(textContent);
  }
});

test("every open question of the spec is there, with what would settle it", () => {
  const section = markdownSection("spec/README.md", specReadme, "Open questions");
  const questions = section.split("\n").filter((line) => line.startsWith("|")).length - 2;
  expect(questions).toBeGreaterThan(5);
  expect(at("#open-questions").querySelectorAll("tbody tr")).toHaveLength(questions);
});

test("the grades of sources are explained", () => {
  for (const grade of ["reference", "observed", "assumed"]) expect(textAt("#sources")).toContain(grade);
});
