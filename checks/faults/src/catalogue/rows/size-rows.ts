import { decompressionBomb } from "../../script/decompression-bomb.ts";
import { endlessBody } from "../../script/endless-body.ts";
import { respond } from "../../script/respond.ts";
import type { CatalogueContext } from "../catalogue-context.ts";
import type { CatalogueRow } from "../catalogue-row.ts";
import { createRow } from "../create-row.ts";
import { unreadable } from "../expected.ts";

const megabyte = 1024 * 1024;

/** Responses that only a limit on the decompressed size can end. */
export function sizeRows({ ok, bombBytes }: CatalogueContext): CatalogueRow[] {
  const head = { status: 200, headers: ok.headers };
  const refused = { endsBy: "size-limit", answered: true, status: 200 } as const;
  const error = { endsBy: "size-limit", answered: true, status: 500 } as const;
  // The status is known; the rules leave open which kind is reported, and whether a GET is repeated.
  const errorExpected = {
    ...unreadable,
    kinds: ["http", "unexpected-response"],
    repeats: { POST: false },
  } as const;
  return [
    ...(["gzip", "br"] as const).flatMap((coding) => [
      createRow(
        "size",
        `200, ${coding} bomb`,
        decompressionBomb(head, coding, bombBytes),
        unreadable,
        refused,
      ),
      createRow(
        "size",
        `500, ${coding} bomb`,
        decompressionBomb({ ...head, status: 500 }, coding, bombBytes),
        errorExpected,
        error,
      ),
    ]),
    ...(["chunked", "close"] as const).map((framing) =>
      createRow(
        "size",
        `200, endless body with framing ${framing}`,
        endlessBody(head, framing),
        unreadable,
        refused,
      ),
    ),
    createRow(
      "size",
      "500, endless body",
      endlessBody({ ...head, status: 500 }, "chunked"),
      errorExpected,
      error,
    ),
    createRow(
      "size",
      "200, a Content-Length of 1 TB and then a little",
      (() => {
        const begun = respond({ ...ok, claimedLength: 1024 ** 4 });
        return {
          ...begun,
          name: "answer 200, 1 TB claimed",
          steps: [...begun.steps, { step: "hang" }],
        } as const;
      })(),
      // The body never arrives, so only time ends it, unless the client refuses the stated length.
      { ...unreadable, kinds: ["timeout", "unexpected-response"], repeats: { POST: false } },
      { endsBy: "timeout", answered: true, status: 200 },
    ),
    createRow(
      "size",
      "200, a body of 64 MiB that says so",
      {
        name: "answer 200, 64 MiB",
        begin: "request",
        steps: [
          {
            step: "write",
            bytes: `HTTP/1.1 200 \r\nContent-Type: ${ok.headers[0]?.[1]}\r\nContent-Length: ${64 * megabyte}\r\n\r\n`,
          },
          { step: "repeat", bytes: " ".repeat(megabyte / 16), times: 1024 },
        ],
      },
      unreadable,
      refused,
    ),
  ];
}
