import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { pageProblems } from "./page-problems.test-support.ts";

const css = "p { color: red }";
const hash = createHash("sha256").update(css).digest("base64");

function page(
  body: string,
  { policy = `default-src 'none'; style-src 'sha256-${hash}'`, style = css } = {},
): string {
  return (
    `<html><head><meta http-equiv="Content-Security-Policy" content="${policy}"><style>${style}</style></head>` +
    `<body>${body}</body></html>`
  );
}

test("a page that stands alone has no problems", () => {
  expect(
    pageProblems(page('<p id="a">text</p><a href="#a">up</a><a href="https://example.com">out</a>')),
  ).toEqual([]);
});

test.each([
  ['<img src="https://example.com/logo.svg">', "<img> has src"],
  ["<script>1</script>", "<script> loads, runs"],
  ['<link rel="stylesheet" href="https://example.com/font.css">', "<link> loads"],
  ['<p style="color: red">x</p>', "style attribute"],
  ['<p onclick="f()">x</p>', "has onclick"],
  ['<a href="retries.md">x</a>', 'points to "retries.md"'],
  ['<a href="javascript:f()">x</a>', 'points to "javascript:f()"'],
  ['<a href="#nowhere">x</a>', "#nowhere, which is not on the page"],
  ['<p id="a"></p><p id="a"></p>', 'two elements have the id "a"'],
  ["<p>undefined</p>", 'says "undefined"'],
  ["<p>[object Object]</p>", 'says "[object Object]"'],
])("%s is reported", (body, problem) => {
  expect(pageProblems(page(body))).toEqual(expect.arrayContaining([expect.stringContaining(problem)]));
});

test.each([
  [{ policy: `style-src 'sha256-${hash}'` }, "must begin with default-src 'none'"],
  [{ policy: "default-src 'none'; style-src 'unsafe-inline'" }, "too wide"],
  [{ policy: `default-src 'none'; style-src 'sha256-${hash}'; img-src https:` }, "too wide"],
  [{ style: "p { color: blue }" }, "does not allow the stylesheet"],
  [{ style: "@import 'https://example.com/font.css'" }, "the stylesheet loads something"],
])("the policy and stylesheet %j are reported", (head, problem) => {
  expect(pageProblems(page("", head))).toEqual(expect.arrayContaining([expect.stringContaining(problem)]));
});
