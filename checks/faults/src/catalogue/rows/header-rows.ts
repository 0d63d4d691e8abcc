import type { Answer, HeaderLine } from "../../script/answer.ts";
import type { CatalogueContext } from "../catalogue-context.ts";
import type { CatalogueRow, Expected } from "../catalogue-row.ts";
import { createAnswerRow } from "../create-row.ts";
import { statusExpected, succeeds, succeedsOr, undecodable, unreadable } from "../expected.ts";

/** Duplicate or huge header lines, names with a meaning in JavaScript, and wrong lengths. */
export function headerRows({ ok, json, contentType }: CatalogueContext): CatalogueRow[] {
  const row = (name: string, headers: readonly HeaderLine[], expected: Expected, status = 200) =>
    createAnswerRow(
      "header",
      `${status} with ${name}`,
      { ...ok, status, headers: [...ok.headers, ...headers] },
      expected,
    );
  const framing = (name: string, answer: Partial<Answer>, expected: Expected) =>
    createAnswerRow("framing", name, { ...ok, ...answer, status: 200 }, expected);
  const length = `${Buffer.byteLength(json)}`;
  const open = { ...succeedsOr(["unexpected-response", "connection"], json), repeats: { POST: false } };
  return [
    row(
      "the same Content-Type twice",
      [["Content-Type", contentType]],
      succeedsOr(["unexpected-response"], json),
    ),
    row("two different Content-Types", [["Content-Type", "text/html"]], {
      ...succeedsOr(["unexpected-response"], json),
      repeats: { GET: false, POST: false },
    }),
    row("two request ids", [["x-request-id", "request-2"]], statusExpected(409), 409),
    row(
      "two rate limits",
      [
        ["X-RateLimit-Limit", "1"],
        ["X-RateLimit-Limit", "2"],
      ],
      succeeds(json),
    ),
    row("the same Content-Length twice", [["Content-Length", length]], open),
    row("a second Content-Length that is longer", [["Content-Length", `${Number(length) + 5}`]], undecodable),
    row(
      "a header named __proto__",
      [
        ["__proto__", "polluted"],
        ["constructor", "polluted"],
      ],
      succeeds(json),
    ),
    row("a header that is not ASCII", [["X-Name", "é 漢字"]], succeeds(json)),
    row("a header of 8 KB", [["X-Long", "x".repeat(8000)]], succeeds(json)),
    row("a header of 1 MB", [["X-Long", "x".repeat(1_000_000)]], { ...open, outcome: "either" }),
    row(
      "a thousand headers",
      Array.from({ length: 1000 }, (_, index): HeaderLine => [`X-${index}`, "1"]),
      open,
    ),
    row("a request id of 8 KB", [["x-request-id", "x".repeat(8000)]], statusExpected(409), 409),
    row("a cookie", [["Set-Cookie", "session=1; Path=/"]], succeeds(json)),
    framing(
      "200 with both Content-Length and chunks",
      {
        framing: "chunked",
        headers: [...ok.headers, ["Content-Length", length]],
      },
      open,
    ),
    framing("200 that is longer than its Content-Length", { claimedLength: 1 }, unreadable),
    framing("200 with Content-Length 0 and a body", { claimedLength: 0 }, unreadable),
    framing("200 that ends its lines with LF only", { lineEnd: "\n" }, open),
    framing(
      "200 with an answer after it that nobody asked for",
      {
        framing: "none",
        headers: [...ok.headers, ["Content-Length", length]],
        body: `${json}HTTP/1.1 200 \r\nContent-Type: ${contentType}\r\nContent-Length: 6\r\n\r\n"evil"`,
      },
      {
        ...succeeds(json),
        outcome: "either",
        kinds: ["connection", "unexpected-response"],
        repeats: { POST: false },
      },
    ),
  ];
}
