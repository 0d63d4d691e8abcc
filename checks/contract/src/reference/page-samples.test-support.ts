import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** A page of the reference about one operation. */
export interface OperationPage {
  readonly operationId: string;
  readonly markdown: string;
}

/** A sample of the reference, as readers see and copy it. */
export interface PageSample {
  readonly operationId: string;
  readonly kind: "typescript" | "curl" | "mock";
  /** Media type and example of the request body; undefined without a body. */
  readonly mediaType: string | undefined;
  readonly example: string | undefined;
  readonly code: string;
}

/** A response that can be requested from the mock, according to the reference. */
export interface PageAnswer {
  readonly operationId: string;
  /** Value of the header `Prefer`, for example `code=409`. */
  readonly prefer: string;
}

/** Reads the pages of the built reference about one operation; each names the client's method. */
export function readOperationPages(): OperationPage[] {
  const folder = dirname(createRequire(import.meta.url).resolve("@np6/reference/pages/index.md"));
  return readdirSync(folder).flatMap((file) => {
    const markdown = readFileSync(join(folder, file), "utf8");
    const operationId = /^`np6\.(\w+)`/m.exec(markdown)?.[1];
    return operationId === undefined ? [] : [{ operationId, markdown }];
  });
}

/** Reads the samples from pages: the code blocks whose first line describes a sample. */
export function pageSamples(pages: readonly OperationPage[]): PageSample[] {
  return pages.flatMap(({ operationId, markdown }) =>
    [
      ...markdown.matchAll(
        /^```(?:ts|sh) \[.+?\] sample=(\w+)(?: example=(\S*) media-type=(\S+))?\n([\s\S]*?)\n```$/gm,
      ),
    ].map(([, kind, example, mediaType, code = ""]) => ({
      operationId,
      kind: kind as PageSample["kind"],
      mediaType,
      example: example && decodeURIComponent(example),
      code,
    })),
  );
}

/** Reads the `Prefer` values for the mock from pages. */
export function pageAnswers(pages: readonly OperationPage[]): PageAnswer[] {
  return pages.flatMap(({ operationId, markdown }) =>
    [...markdown.matchAll(/`Prefer: ([^`]+)`/g)].map(([, prefer = ""]) => ({ operationId, prefer })),
  );
}
