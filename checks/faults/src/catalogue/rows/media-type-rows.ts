import type { CatalogueContext } from "../catalogue-context.ts";
import type { CatalogueRow, Expected } from "../catalogue-row.ts";
import { createAnswerRow } from "../create-row.ts";
import { statusExpected, succeeds, succeedsOr, unreadable } from "../expected.ts";

const page = "<!doctype html><html><body><h1>Bad Gateway</h1></body></html>";

/** Responses of a proxy, and media types that differ from the declared one in fact or only in notation. */
export function mediaTypeRows({ contentType, json }: CatalogueContext): CatalogueRow[] {
  const row = (name: string, status: number, type: string | undefined, body: string, expected: Expected) =>
    createAnswerRow(
      "media-type",
      name,
      { status, headers: type === undefined ? [] : [["Content-Type", type]], body },
      expected,
    );
  return [
    row("200 with an HTML page", 200, "text/html; charset=utf-8", page, unreadable),
    row("502 with an HTML page", 502, "text/html; charset=utf-8", page, statusExpected(502)),
    row("409 with an HTML page", 409, "text/html", page, statusExpected(409)),
    row("200 with a long HTML page", 200, "text/html", page.repeat(1000), unreadable),
    row("200 without a Content-Type", 200, undefined, json, unreadable),
    row("200 with an empty Content-Type", 200, "", json, unreadable),
    row("200 with a Content-Type that is none", 200, "json", json, unreadable),
    row("200 with another vendor's type", 200, "application/vnd.example.other-v1", json, unreadable),
    row("200 with the type in capitals", 200, contentType.toUpperCase(), json, succeeds(json)),
    row("200 with a parameter on the type", 200, `${contentType}; charset=utf-8`, json, succeeds(json)),
    row(
      "200 with a quoted parameter on the type",
      200,
      `${contentType};p="a;b,c"`,
      json,
      succeedsOr(["unexpected-response"], json),
    ),
    row("200 with an HTML page under the declared type", 200, contentType, page, unreadable),
  ];
}
