import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { repositoryRoot } from "@np6/tools/repository-root";
import { execa } from "execa";
import type { Page } from "playwright-core";
import type { CheckResult } from "../check-page.ts";
import type { Look } from "../look.ts";
import { browserResults } from "../run-in-chromium.ts";
import { checkOperation } from "./check-operation.ts";
import type { Open } from "./open-site.ts";
import type { Operation } from "./read-operations.ts";

/** Folder where copies are compiled: below one with the packages. */
const copies = join(browserResults, "copied");

/** Copies every sample of every operation page by its button, and compiles the copied TypeScript. */
export async function checkSamples(
  openSite: Open,
  look: Look,
  operations: readonly Operation[],
  markdown: ReadonlyMap<string, string>,
): Promise<CheckResult[]> {
  await using open = await openSite(look);
  const { page, goTo } = open;
  await rm(copies, { recursive: true, force: true });
  await mkdir(copies, { recursive: true });
  const results: CheckResult[] = [];
  for (const operation of operations) {
    const { operationId } = operation;
    await goTo(`reference/${operationId}.html`);
    results.push({ name: `shows ${operationId}`, problems: await checkOperation(page, operation) });
    const copied = await copySamples(page);
    const written = samplesOf(markdown.get(`reference/${operationId}.md`) ?? "");
    const isSame = written.length > 0 && JSON.stringify(copied) === JSON.stringify(written);
    const problems = isSame ? [] : [`copied was ${JSON.stringify(copied)}, not ${JSON.stringify(written)}.`];
    results.push({ name: `copies the samples of ${operationId} as they were tested`, problems });
    const modules = copied.filter((code) => code.startsWith("import "));
    for (const [index, code] of modules.entries())
      await writeFile(join(copies, `${operationId}.${index}.ts`), `${code}\n`);
  }
  return [...results, { name: "what was copied compiles", problems: await compile() }];
}

/** Returns the samples of a page's Markdown, which checks/contract runs. */
function samplesOf(markdown: string): string[] {
  return [...markdown.matchAll(/^```\w+ \[.+?\] sample=.*\n([\s\S]*?)\n```$/gm)].map(([, code = ""]) => code);
}

/** Clicks the copy button of every sample, in its tab. @returns the content of the clipboard each time */
async function copySamples(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    for (const details of document.querySelectorAll("details")) details.open = true;
    const copied: string[] = [];
    for (const group of document.querySelectorAll(".vp-code-group")) {
      for (const tab of group.querySelectorAll<HTMLElement>(".tabs label")) {
        tab.click();
        await navigator.clipboard.writeText("");
        group.querySelector<HTMLElement>(".blocks > .active button.copy")?.click();
        // The button writes to the clipboard asynchronously.
        for (let turn = 0; turn < 50 && (await navigator.clipboard.readText()) === ""; turn += 1)
          await new Promise((resolve) => setTimeout(resolve, 10));
        copied.push(await navigator.clipboard.readText());
      }
    }
    return copied;
  });
}

/** @returns the compiler's errors */
async function compile(): Promise<string[]> {
  const compilerOptions = {
    ...{ target: "es2023", lib: ["es2024", "dom"], module: "nodenext", moduleDetection: "force" },
    ...{ types: ["node"], strict: true, skipLibCheck: true, noEmit: true },
  };
  await writeFile(join(copies, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*.ts"] }));
  await writeFile(join(copies, "package.json"), '{ "type": "module" }');
  const tsc = join(repositoryRoot, "checks/node_modules/typescript/bin/tsc");
  const { exitCode, all } = await execa("node", [tsc, "-p", copies], { reject: false, all: true });
  return exitCode === 0 ? [] : all.split("\n");
}
