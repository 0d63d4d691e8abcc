import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { repositoryRoot } from "@np6/tools/repository-root";
import { describe, expect, onTestFinished, test } from "vitest";
import { withContentPolicy } from "../../../../docs/site/src/content-policy.ts";
import { examplePages } from "../../../../docs/site/src/example-pages.ts";
import { llmsText } from "../../../../docs/site/src/llms-text.ts";
import { mendLinks } from "../../../../docs/site/src/mend-links.ts";
import { checkFiles } from "./check-files.ts";

// Tests that need neither VitePress nor a browser; the others are in `pnpm check site`.

const siteFiles = new Map([
  ["docs/errors.md", { file: "errors.md", title: "Failures" }],
  ["docs/guide.md", { file: "guide.md", title: "Guide" }],
  ["packages/api-client/README.md", { file: "packages/api-client.md", title: "@np6/api-client" }],
]);
const mended = (markdown: string) =>
  mendLinks(markdown, "packages/api-client/README.md", "packages/api-client.md", siteFiles);

describe("a link of the repository", () => {
  test.each([
    ["[failures](../../docs/errors.md#timeouts)", "[failures](../errors.md#timeouts)"],
    ["[docs/errors.md](../../docs/errors.md)", "[Failures](../errors.md)"],
    ["[`docs/errors.md`](../../docs/errors.md)", "[Failures](../errors.md)"],
    ["[the `kind`](../../docs/errors.md)", "[the `kind`](../errors.md)"],
    ["[itself](../api-client)", "[itself](api-client.md)"],
    ["[below](#options), [out](https://example.com)", "[below](#options), [out](https://example.com)"],
    ["[the spec](../../spec/openapi.yaml) and ![a picture](x.svg).", "the spec and ."],
  ])("%s becomes %s", (from, to) => {
    expect(mended(from)).toBe(to);
  });

  test.each(["`[a](b.md)`", "```md\n[a](b.md)\n```", "  ````\n```\n[a](b.md)\n```\n  ````"])(
    "is left alone in code: %j",
    (code) => {
      expect(mended(`before ${code === code.trim() ? "" : "\n"}${code}`)).toContain(code);
    },
  );
});

const page = (body: string) => `<html><head>\n<meta charset="utf-8"></head><body>${body}</body></html>`;

test("the policy allows the inline scripts of the page, by their hashes, and no others", () => {
  const html = withContentPolicy(
    page('<p style="--vp-vh:0px;">a</p><script>one()</script><script src="/a.js"></script>'),
  );
  const hash = createHash("sha256").update("one()").digest("base64");
  expect(html).toContain(`script-src 'self' 'sha256-${hash}';`);
  expect(html).not.toContain(" style=");
});

describe("the files of a site", () => {
  const problemsOf = (name: RegExp, html: string) => {
    const folder = mkdtempSync(join(tmpdir(), "np6-site-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, "404.html"), html);
    writeFileSync(join(folder, "llms.txt"), "");
    const pages = new Map([["404.html", html]]);
    return checkFiles(pages, folder).find((result) => name.test(result.name))?.problems;
  };
  const fine = withContentPolicy(page('<h2 id="a">A</h2><a href="#a">up</a>'));

  test("may be as the generator writes them", () => {
    expect(problemsOf(/policy/, fine)).toEqual([]);
    expect(problemsOf(/link/, fine)).toEqual([]);
  });

  test.each([
    [/policy/, page(""), "missing"],
    [/policy/, fine.replace("style-src 'self'", "style-src 'unsafe-inline'"), "the policy is"],
    [/policy/, fine.replace("connect-src 'self'", "connect-src https://x.invalid"), "the policy is"],
    [/policy/, fine.replace("<h2", '<h2 style="color:red"'), "is inline"],
    [/link/, fine.replace("#a", "#b"), "no such place"],
    [/link/, fine.replace("#a", "/gone.html"), "not there"],
  ])("are reported: %s %#", (name, html, problem) => {
    expect(problemsOf(name, html)).toEqual([expect.stringContaining(problem)]);
  });
});

test("llms.txt lists each page with what it says first", () => {
  const pages = new Map([["guide.md", "# Guide\n\nA [workflow](x.md) is\na list.\n"]]);
  const groups = [{ title: "Start", pages: [{ title: "Guide", source: "docs/guide.md", file: "guide.md" }] }];
  expect(llmsText({ pages, groups }, "/")).toContain(
    "## Start\n\n- [Guide](/guide.md): A workflow is a list.\n",
  );
});

test("a page of an example has every file that its commands need", () => {
  const pages = examplePages(repositoryRoot);
  expect(pages.length).toBeGreaterThan(5);
  for (const { source, markdown } of pages) {
    const folder = join(repositoryRoot, dirname(source));
    const settings = readdirSync(folder).filter((name) => /^(package|tsconfig.*)\.json$/.test(name));
    for (const name of settings) expect(markdown, source).toContain(`\n### ${name}\n`);
  }
});
