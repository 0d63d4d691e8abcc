import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { repositoryRoot } from "@np6/tools/repository-root";
import type { Page } from "playwright-core";
import { checkControls } from "./check-controls.ts";
import { type CheckResult, checkPage } from "./check-page.ts";
import { looks } from "./look.ts";
import { readOperations } from "./read-operations.ts";
import { browserResults, runInChromium } from "./run-in-chromium.ts";

// Checks the built reference page.

const page = join(repositoryRoot, "packages/reference/dist/reference.html");
const document = join(repositoryRoot, "packages/api-types/dist/openapi.json");

await runInChromium(async (browser) => {
  const operations = readOperations(JSON.parse(await readFile(document, "utf8")));
  const [operation] = operations;
  const [look] = looks;
  if (operation === undefined || look === undefined) throw new Error(`${document} has no operations.`);
  process.stdout.write(`Chromium ${browser.version()}, ${operations.length} operations\n`);
  const results: CheckResult[] = [];
  for (const one of looks) {
    const photograph = (photographed: Page, name: string) =>
      photographed.screenshot({ path: join(browserResults, `${one.name}-${name}.png`) });
    const checks = await checkPage(browser, page, one, operations, { photograph });
    results.push(
      ...checks.map(({ name, problems }) => ({ name: `${one.name}: the page ${name}`, problems })),
    );
  }
  const folder = await mkdtemp(join(tmpdir(), "np6-browser-"));
  try {
    return [...results, ...(await checkControls(browser, page, look, operation, folder))];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
