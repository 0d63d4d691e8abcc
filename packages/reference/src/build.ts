import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import writeFileAtomic from "write-file-atomic";
import { failureCauses } from "./client/failure-causes.ts";
import { observeAnswer } from "./client/observe-answer.ts";
import { markdownSection } from "./read/markdown-section.ts";
import { readFailures } from "./read/read-failures.ts";
import { readReference } from "./read/read-reference.ts";
import { renderReference } from "./render-reference.ts";

// Builds dist/reference.html. Runs from dist/program.
const inPackage = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const document = createRequire(import.meta.url)("@np6/api-types/openapi.json");
const specReadme = await readFile(inPackage("../../spec/README.md"), "utf8");
const section = (heading: string) => markdownSection("spec/README.md", specReadme, heading);

const operations = await readReference(document, observeAnswer);
const styles = ["src/page/page.css", "src/page/operations.css"];
const html = renderReference(
  {
    document,
    operations,
    failures: await readFailures(operations, failureCauses),
    sources: `${section("Where a fact comes from")}\n\n### How the reference was read\n\n${section("How the reference was read")}`,
    openQuestions: section("Open questions"),
  },
  (await Promise.all(styles.map((file) => readFile(inPackage(file), "utf8")))).join("\n"),
);

await writeFileAtomic(inPackage("dist/reference.html"), html);
