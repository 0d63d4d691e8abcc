import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** A page of the reference about one operation. */
export interface OperationPage {
  readonly operationId: string;
  readonly markdown: string;
}

/** A sample of the reference, as its reader sees and copies it. */
export interface PageSample {
  readonly operationId: string;
  readonly kind: "typescript" | "curl" | "mock";
  /** The media type and the example of the request body; undefined when there is none. */
  readonly mediaType: string | undefined;
  readonly example: string | undefined;
  readonly code: string;
}

/** An answer that the reference says the mock can be asked for. */
export interface PageAnswer {
  readonly operationId: string;
  /** The value of the header `Prefer`, such as `code=409`. */
  readonly prefer: string;
}

/** The pages of the built reference that are about one operation: they say which method of the client calls it. */
export function readOperationPages(): OperationPage[] {
  const folder = dirname(createRequire(import.meta.url).resolve("@np6/reference/pages/index.md"));
  return readdirSync(folder).flatMap((file) => {
    const markdown = readFileSync(join(folder, file), "utf8");
    const operationId = /^`np6\.(\w+)`/m.exec(markdown)?.[1];
    return operationId === undefined ? [] : [{ operationId, markdown }];
  });
}

/** Reads the samples out of pages: the blocks of code that say in their first line what they are a sample of. */
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

/** Reads the answers that pages name for the mock. */
export function pageAnswers(pages: readonly OperationPage[]): PageAnswer[] {
  return pages.flatMap(({ operationId, markdown }) =>
    [...markdown.matchAll(/`Prefer: ([^`]+)`/g)].map(([, prefer = ""]) => ({ operationId, prefer })),
  );
}
