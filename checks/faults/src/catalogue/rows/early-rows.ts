import { respond } from "../../script/respond.ts";
import type { CatalogueContext } from "../catalogue-context.ts";
import type { CatalogueRow } from "../catalogue-row.ts";
import { createRow } from "../create-row.ts";
import { statusExpected, succeedsOr } from "../expected.ts";

/** Responses before the request was read, or even sent. */
export function earlyRows({ ok, json }: CatalogueContext): CatalogueRow[] {
  return [
    createRow(
      "early",
      "409 before the body is read",
      respond({ ...ok, status: 409 }, "request-head"),
      statusExpected(409),
      { answered: true, status: 409 },
    ),
    createRow(
      "early",
      "413 before the body is read, and then FIN",
      respond({ ...ok, status: 413, framing: "close" }, "request-head"),
      // A client that is still sending may see the end of the connection before it sees the response.
      { outcome: "failure", kinds: ["http", "connection"], repeats: { POST: false } },
      { answered: true, status: 413 },
    ),
    createRow(
      "early",
      "200 before there is a request",
      { ...respond(ok), name: "answer 200, on connection", begin: "connection" },
      { ...succeedsOr(["connection", "unexpected-response"], json), repeats: { POST: false } },
      { answered: true, status: 200 },
    ),
  ];
}
