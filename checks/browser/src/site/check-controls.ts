import { checkAccessibility } from "../check-accessibility.ts";
import { checkLayout } from "../check-layout.ts";
import type { CheckResult } from "../check-page.ts";
import type { Look } from "../look.ts";
import { checkFiles } from "./check-files.ts";
import { checkOperation } from "./check-operation.ts";
import type { Open, OpenSite } from "./open-site.ts";
import type { Operation } from "./read-operations.ts";

type Spoil = (html: string) => string;

const policy = /<meta http-equiv="Content-Security-Policy"[^>]*>/;
const outside = '<img alt="" src="https://outside.invalid/logo.svg">';
const append =
  (markup: string): Spoil =>
  (html) =>
    html.replace("</body>", `${markup}</body>`);
const free =
  (spoil: Spoil): Spoil =>
  (html) =>
    spoil(html.replace(policy, ""));

/** The problems that each check reports for an open page. */
const seen: Readonly<Record<string, (open: OpenSite, operation: Operation) => unknown>> = {
  requests: ({ requests }) => requests,
  complaints: ({ complaints }) => complaints,
  layout: ({ page }) => checkLayout(page),
  accessibility: ({ page }) => checkAccessibility(page, { only: ["color-contrast"] }),
  operation: ({ page }, operation) => checkOperation(page, operation),
};

/** A mistake in a page, and the check that must report it. */
const mistakes: readonly (readonly [mistake: string, check: keyof typeof seen, spoil: Spoil])[] = [
  ["an image from outside, without the policy", "requests", free(append(outside))],
  [
    "a font from outside, without the policy",
    "requests",
    free(append('<link rel="stylesheet" href="https://outside.invalid/font.css">')),
  ],
  ["an image from outside, which the policy refuses", "complaints", append(outside)],
  ["a script that the policy refuses", "complaints", append("<script>document.title = 1</script>")],
  ["a style that the policy refuses", "complaints", append('<p style="color: red">red</p>')],
  ["a word that is wider than the screen", "layout", append(`<nobr>${"wide".repeat(400)}</nobr>`)],
  [
    "text that can hardly be read",
    "accessibility",
    free(append('<p style="color: #ccc; background: #fff">pale</p>')),
  ],
  ["no heading", "operation", (html) => html.replace(/<h1 [\s\S]*?<\/h1>/, "")],
  ["no colours of code", "operation", (html) => html.replaceAll('<span class="token-', '<span class="')],
  ["no grade", "operation", (html) => html.replaceAll('class="source ', 'class="')],
  ["no samples", "operation", (html) => html.replaceAll("Mock, in a test", "")],
  ["a value that is none", "operation", (html) => html.replace("</h1>", "</h1><p>undefined</p>")],
];

/** Damages a page with one mistake after the other; the check for each must report it. */
export async function checkControls(
  openSite: Open,
  desktop: Look,
  narrow: Look,
  operation: Operation,
  pages: ReadonlyMap<string, string>,
): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  const file = `reference/${operation.operationId}.html`;
  const html = pages.get(file) ?? "";
  for (const [mistake, check, spoil] of mistakes) {
    // Scripts of the page would repair mistakes in its text.
    await using open = await openSite(check === "layout" ? narrow : desktop, check !== "operation");
    await open.page.route("**/*.html", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: spoil(await response.text()) });
    });
    await open.goTo(file);
    const reported = (await seen[check]?.(open, operation)) as readonly string[] | undefined;
    const problems = [
      ...(spoil(html) === html ? ["the page has changed, and this spoils nothing in it."] : []),
      ...(reported?.length ? [] : [`the check of ${check} did not report it.`]),
    ];
    results.push({ name: `a page with ${mistake} is reported`, problems });
  }
  const spoilt = new Map([
    ...pages,
    [file, html.replace(policy, "").replace('href="/guide.html"', 'href="/gone.html"')],
  ]);
  const isSeen = checkFiles(spoilt).filter(({ problems }) => problems.length > 0).length;
  const problems = isSeen === 2 ? [] : [`${isSeen} of 2 checks saw it.`];
  return [...results, { name: "a page without policy, and with a dead link, is reported", problems }];
}
