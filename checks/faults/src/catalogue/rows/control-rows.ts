import { compressBody } from "../../script/compress-body.ts";
import type { CatalogueContext } from "../catalogue-context.ts";
import type { CatalogueRow } from "../catalogue-row.ts";
import { createAnswerRow } from "../create-row.ts";
import { succeeds } from "../expected.ts";

/** Rows without a fault: a suite that fails here would report faults everywhere. */
export function controlRows({ ok, json }: CatalogueContext): CatalogueRow[] {
  const row = (name: string, answer: object) =>
    createAnswerRow("control", name, { ...ok, status: 200, ...answer }, succeeds(json));
  const compressed = (contentCoding: "gzip" | "br" | "deflate") =>
    row(`200 in ${contentCoding}`, {
      headers: [...ok.headers, ["Content-Encoding", contentCoding]],
      body: compressBody(json, contentCoding),
    });
  return [
    row("200 with Content-Length", {}),
    row("200 in chunks", { framing: "chunked" }),
    row("200 that ends with the connection", { framing: "close" }),
    row("200 of HTTP/1.0", { version: "HTTP/1.0", framing: "close" }),
    compressed("gzip"),
    compressed("deflate"),
    compressed("br"),
  ];
}
