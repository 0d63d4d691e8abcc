import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { parse } from "node-html-parser";

/** A sample of the reference page, as its reader sees and copies it. */
export interface PageSample {
  readonly operationId: string;
  readonly kind: "typescript" | "curl" | "mock";
  /** The media type and the example of the request body; undefined when there is none. */
  readonly mediaType: string | undefined;
  readonly example: string | undefined;
  readonly code: string;
}

/** An answer that the page says the mock can be asked for. */
export interface PageAnswer {
  readonly operationId: string;
  /** The value of the header `Prefer`, such as `code=409`. */
  readonly prefer: string;
}

/** The built reference page. */
export function readReferencePage(): string {
  return readFileSync(createRequire(import.meta.url).resolve("@np6/reference/reference.html"), "utf8");
}

/** Reads the samples out of the page, without the colours. */
export function pageSamples(html: string): PageSample[] {
  return parse(html, { blockTextElements: {} })
    .querySelectorAll("[data-sample]")
    .map((sample) => ({
      operationId: sample.getAttribute("data-operation") ?? "",
      kind: sample.getAttribute("data-sample") as PageSample["kind"],
      mediaType: sample.getAttribute("data-media-type"),
      example: sample.getAttribute("data-example"),
      code: sample.textContent,
    }));
}

/** Reads the answers that the page names for the mock. */
export function pageAnswers(html: string): PageAnswer[] {
  return parse(html)
    .querySelectorAll("[data-operation] [data-prefer]")
    .map((answer) => ({
      operationId: answer.closest("[data-operation]")?.getAttribute("data-operation") ?? "",
      prefer: answer.getAttribute("data-prefer") ?? "",
    }));
}
