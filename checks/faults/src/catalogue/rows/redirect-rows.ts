import type { HeaderLine } from "../../script/answer.ts";
import type { CatalogueContext } from "../catalogue-context.ts";
import type { CatalogueRow, Expected } from "../catalogue-row.ts";
import { createAnswerRow } from "../create-row.ts";

/** A redirect is never followed. The rules leave open whether the call may have run: a 303 often means that it did. */
const notFollowed: Expected = {
  outcome: "failure",
  kinds: ["redirect"],
  repeats: { GET: false, POST: false },
};

/** Every redirect status, to this and to the other origin, with and without a body, and with invalid Locations. */
export function redirectRows({ ok, otherOrigin }: CatalogueContext): CatalogueRow[] {
  const row = (status: number, name: string, locations: readonly string[], expected = notFollowed) =>
    createAnswerRow(
      "redirect",
      `${status} ${name}`,
      {
        status,
        headers: [...ok.headers, ...locations.map((each): HeaderLine => ["Location", each])],
        body: ok.body ?? "",
      },
      expected,
    );
  return [
    ...[300, 301, 302, 303, 305, 307, 308].flatMap((status) => [
      row(status, "to another origin", [`${otherOrigin}/stolen`]),
      row(status, "to the same origin", ["/elsewhere"]),
    ]),
    row(302, "to another origin without a scheme", [otherOrigin.replace(/^https?:/, "")]),
    row(302, "without a Location", []),
    row(302, "to what is no URL", ["http://[half"]),
    row(302, "with two Locations", [`${otherOrigin}/one`, "/two"]),
    createAnswerRow(
      "redirect",
      "304 that nobody asked for",
      { status: 304, headers: [["ETag", '"1"']], framing: "none" },
      { ...notFollowed, kinds: ["redirect", "http"] },
    ),
  ];
}
