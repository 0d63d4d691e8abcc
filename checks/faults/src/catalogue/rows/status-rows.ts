import type { Answer } from "../../script/answer.ts";
import { respond } from "../../script/respond.ts";
import type { CatalogueContext } from "../catalogue-context.ts";
import type { CatalogueRow } from "../catalogue-row.ts";
import { createAnswerRow, createRow } from "../create-row.ts";
import { disconnected, statusExpected, succeeds, succeedsOr, undecodable } from "../expected.ts";

/** 1xx before the response, or instead of it, and unexpected statuses. */
export function statusRows({ ok, json }: CatalogueContext): CatalogueRow[] {
  const interim = (name: string, informational: Answer["informational"] & {}, expected = succeeds(json)) =>
    createAnswerRow("odd-status", name, { ...ok, status: 200, informational }, expected);
  const oddStatus = (status: number, expected: CatalogueRow["expected"]) =>
    createAnswerRow("odd-status", `${status}`, { ...ok, status }, expected);
  return [
    interim("102 before a 200", [{ status: 102 }]),
    interim("103 with a Link before a 200", [
      { status: 103, headers: [["Link", "</style.css>; rel=preload"]] },
    ]),
    interim(
      "fifty 102 before a 200",
      Array.from({ length: 50 }, () => ({ status: 102 })),
    ),
    // Node's fetch treats an unrequested 100 as a broken response.
    interim("100 before a 200", [{ status: 100 }], {
      ...succeedsOr(["connection", "unexpected-response"], json),
      repeats: { POST: false },
    }),
    createAnswerRow(
      "odd-status",
      "102 before a 409",
      { ...ok, status: 409, informational: [{ status: 102 }] },
      statusExpected(409),
    ),
    createRow(
      "odd-status",
      "101 that nobody asked for",
      respond({
        status: 101,
        framing: "none",
        headers: [
          ["Upgrade", "x"],
          ["Connection", "Upgrade"],
        ],
      }),
      {
        ...undecodable,
        kinds: ["connection", "unexpected-response", "timeout"],
      },
      { endsBy: "timeout" },
    ),
    createRow(
      "odd-status",
      "102 and then FIN",
      {
        ...respond({ status: 102, framing: "none" }),
        steps: [{ step: "write", bytes: "HTTP/1.1 102 \r\n\r\n" }, { step: "close" }],
      },
      disconnected,
    ),
    createRow(
      "odd-status",
      "102 and then silence",
      {
        ...respond({ status: 102, framing: "none" }),
        steps: [{ step: "write", bytes: "HTTP/1.1 102 \r\n\r\n" }, { step: "hang" }],
      },
      { ...disconnected, kinds: ["timeout"] },
      { endsBy: "timeout" },
    ),
    // An undeclared 2xx: it succeeded, but its format is unknown.
    ...[201, 202, 206, 226, 299].map((status) =>
      oddStatus(status, { ...succeedsOr(["unexpected-response"]), repeats: { GET: false, POST: false } }),
    ),
    createAnswerRow(
      "odd-status",
      "205",
      { status: 205 },
      { ...succeedsOr(["unexpected-response"]), repeats: { GET: false, POST: false } },
    ),
    oddStatus(402, statusExpected(402)),
    // Node's fetch turns it into a network error.
    oddStatus(407, { outcome: "failure", kinds: ["http", "connection"], repeats: { POST: false } }),
    oddStatus(408, statusExpected(408)),
    oddStatus(418, statusExpected(418)),
    oddStatus(421, { ...statusExpected(421), platformMayRepeat: true }),
    oddStatus(425, statusExpected(425)),
    oddStatus(451, statusExpected(451)),
    oddStatus(499, statusExpected(499)),
    oddStatus(501, statusExpected(501)),
    oddStatus(505, statusExpected(505)),
    oddStatus(599, statusExpected(599)),
    ...[600, 700, 999].map((status) =>
      oddStatus(status, {
        outcome: "failure",
        kinds: ["http", "unexpected-response", "connection"],
        repeats: { POST: false },
      }),
    ),
  ];
}
