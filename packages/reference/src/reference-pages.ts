import type { JsonObject } from "@np6/openapi-document";
import { operationFile } from "./markdown/anchor.ts";
import { failuresPage } from "./pages/failures-page.ts";
import { operationPage } from "./pages/operation-page.ts";
import { overviewPage } from "./pages/overview-page.ts";
import { schemasPage } from "./pages/schemas-page.ts";
import type { FailureRow } from "./read/read-failures.ts";
import type { ReferenceOperation } from "./read/read-reference.ts";
import { sharedRefusals } from "./read/shared-refusals.ts";

/** Content of the reference. */
export interface ReferenceContent {
  readonly document: JsonObject;
  readonly operations: readonly ReferenceOperation[];
  readonly failures: readonly FailureRow[];
}

/** Writes the reference; the same content gives the same text. Returns Markdown by file name. */
export function referencePages({ document, operations, failures }: ReferenceContent): Map<string, string> {
  const pages: readonly (readonly [file: string, markdown: string])[] = [
    ["index.md", overviewPage(document, operations)],
    ...operations.map(
      (operation) => [operationFile(operation.call.operationId), operationPage(document, operation)] as const,
    ),
    ["failures.md", failuresPage(document, failures, sharedRefusals(document, operations))],
    ["schemas.md", schemasPage(document)],
  ];
  return new Map(pages.map(([file, markdown]) => [file, `${markdown}\n`]));
}
