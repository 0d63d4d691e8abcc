import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { repositoryRoot } from "@np6/tools/repository-root";
import { serveSite } from "@np6/tools/serve-site";
import { execa } from "execa";
import { looks } from "../look.ts";
import { runInChromium } from "../run-in-chromium.ts";
import { checkControls } from "./check-controls.ts";
import { checkFiles } from "./check-files.ts";
import { checkSamples } from "./check-samples.ts";
import { checkScreen } from "./check-screen.ts";
import { checkSearch } from "./check-search.ts";
import { openerOf } from "./open-site.ts";
import { readOperations } from "./read-operations.ts";
import { siteFiles, siteFolder } from "./site-files.ts";

// Builds the documentation site like `pnpm site`, and uses it in Chromium.

/** Pages of each kind. */
const kinds = [
  "index.html",
  "reference/executeWorkflow.html",
  "reference/failures.html",
  "recipes/fastify-service.html",
];

await runInChromium(async (browser) => {
  const built = await execa("node", ["tools/run.mjs", "site"], {
    cwd: repositoryRoot,
    all: true,
    reject: false,
  });
  if (built.exitCode !== 0) throw new Error(`the site could not be built:\n${built.all}`);
  const document = join(repositoryRoot, "packages/api-types/dist/openapi.json");
  const operations = readOperations(JSON.parse(await readFile(document, "utf8")));
  const [desktop, dark, narrow] = looks;
  const [operation] = operations;
  if (!operation || !desktop || !dark || !narrow) throw new Error("There are no operations, or no screens.");
  const pages = siteFiles("html");
  const markdown = siteFiles("md");
  process.stdout.write(
    `Chromium ${browser.version()}, ${pages.size} pages, ${operations.length} operations\n`,
  );
  const contentPages = [...pages.keys()].filter((file) => file !== "404.html");
  await using site = await serveSite(siteFolder);
  const openSite = openerOf(browser, site);
  const rules = { only: ["color-contrast"] };
  const checkScreens = async () => [
    ...(await checkScreen(openSite, { look: desktop, pages: kinds })),
    ...(await checkScreen(openSite, { look: dark, pages: kinds.slice(0, 3), rules })),
    ...(await checkScreen(openSite, { look: narrow, pages: kinds.slice(0, 2), otherPages: contentPages })),
  ];
  const checkControlsOfPage = async () => [
    ...(await checkSamples(openSite, desktop, operations, markdown)),
    ...(await checkSearch(openSite, desktop, operations)),
    ...(await checkSearch(openSite, { ...narrow, colorScheme: "dark" }, [operation])),
  ];
  const controls = () => checkControls(openSite, desktop, narrow, operation, pages);
  const results = await Promise.all([checkScreens(), checkControlsOfPage(), controls()]);
  return [checkFiles(pages), ...results].flat();
});
