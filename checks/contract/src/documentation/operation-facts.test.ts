import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { documentedOperations } from "../exchanges/documented-operations.ts";

// Statements about operations come from the document, because hand-written ones became false ("all are POST").

const repository = join(import.meta.dirname, "../../../..");
const harmless = new Set(["GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE"]);

function sentences(): string {
  // The pages are about workflows. Another area has its own list.
  const operations = documentedOperations().filter(({ path }) => path.startsWith("/scripting/workflows"));
  const list = (chosen: typeof operations): string => {
    const methods = [...new Set(chosen.map(({ method }) => method))].sort().join(", ");
    const names = chosen.map(({ operationId }) => `  \`${operationId}\``).sort();
    return `(${methods}):\n${names.join(",\n")}.`;
  };
  return [
    `- A repeat is harmless ${list(operations.filter(({ method }) => harmless.has(method)))}`,
    `- A repeat may do it twice ${list(operations.filter(({ method }) => !harmless.has(method)))}`,
  ].join("\n");
}

test.each(["docs/errors.md", "docs/retries.md"])(
  "%s tells which operations can be repeated, as the document does",
  async (page) => {
    const text = await readFile(join(repository, page), "utf8");
    const [, written] =
      /<!-- generated: operations by repeatability -->\n([\s\S]*?)<!-- \/generated -->/.exec(text) ?? [];
    expect(written, `${page}: put this between the marker lines:\n\n${sentences()}\n`).toBe(
      `${sentences()}\n`,
    );
  },
);
