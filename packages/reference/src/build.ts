import { mkdir, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import writeFileAtomic from "write-file-atomic";
import { failureCauses } from "./client/failure-causes.ts";
import { observeAnswer } from "./client/observe-answer.ts";
import { readFailures } from "./read/read-failures.ts";
import { readReference } from "./read/read-reference.ts";
import { referencePages } from "./reference-pages.ts";

// Writes the Markdown of the reference to dist/pages.
const folder = fileURLToPath(new URL("../dist/pages/", import.meta.url));
const document = createRequire(import.meta.url)("@np6/api-types/openapi.json");

const operations = await readReference(document, observeAnswer);
const failures = await readFailures(operations, failureCauses);
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
for (const [file, markdown] of referencePages({ document, operations, failures })) {
  await writeFileAtomic(join(folder, file), markdown);
}
