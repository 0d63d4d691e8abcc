import { type CutEnd, type CutPosition, cutAnswer } from "../../script/cut-answer.ts";
import type { Fault } from "../../script/fault.ts";
import { respond } from "../../script/respond.ts";
import type { CatalogueContext } from "../catalogue-context.ts";
import type { CatalogueRow, Expected } from "../catalogue-row.ts";
import { createRow } from "../create-row.ts";
import { disconnected, statusExpected, succeedsOr, timesOut, truncated } from "../expected.ts";

const positions = ["before-any-byte", "status-line", "headers", "body"] as const;
const endNames = { reset: "RST", close: "FIN", hang: "silence" };
const beginNames = {
  connection: "on connection",
  "request-head": "after the head",
  request: "after the request",
};

/** RST, FIN and silence at every position of a response, on a fresh connection and on one in use. */
export function cutRows(context: CatalogueContext): CatalogueRow[] {
  const { ok } = context;
  return [
    ...(["reset", "close", "hang"] as const).flatMap((end) => [
      fresh("before-any-byte", end, "connection"),
      fresh("before-any-byte", end, "request-head"),
      ...positions.map((position) => fresh(position, end, "request")),
      reused("before-any-byte", end, "request-head"),
      ...positions.map((position) => reused(position, end, "request")),
    ]),
    ...(["chunked", "close"] as const).map((framing) =>
      createRow(
        "cut",
        `RST in body with framing ${framing}, fresh connection, after the request`,
        cutAnswer({ ...ok, framing }, "body", "reset"),
        truncated,
        { answered: true, status: 200 },
      ),
    ),
    createRow(
      "cut",
      "FIN in body with framing chunked, fresh connection, after the request",
      cutAnswer({ ...ok, framing: "chunked" }, "body", "close"),
      truncated,
      { answered: true, status: 200 },
    ),
    ...[409, 500].flatMap((status) => (["reset", "close"] as const).map((end) => cutError(status, end))),
    ...(["reset", "close"] as const).map(idle),
  ];

  function fresh(position: CutPosition, end: CutEnd, begin: Fault["begin"]): CatalogueRow {
    return createRow(
      end === "hang" ? "silence" : "cut",
      `${endNames[end]} in ${position}, fresh connection, ${beginNames[begin]}`,
      cutAnswer(ok, position, end, begin),
      expectedOf(position, end),
      exceptionsOf(position, end),
    );
  }

  function reused(position: CutPosition, end: CutEnd, begin: Fault["begin"]): CatalogueRow {
    const fault = cutAnswer(ok, position, end, begin);
    return createRow(
      end === "hang" ? "silence" : "cut-reused",
      `${endNames[end]} in ${position}, connection in use, ${beginNames[begin]}`,
      fault,
      expectedOf(position, end),
      { ...exceptionsOf(position, end), warmUpCalls: 1, script: () => [respond(ok), fault] },
    );
  }

  /** The status arrived, so it determines the outcome, whatever happened to the body. */
  function cutError(status: number, end: "reset" | "close"): CatalogueRow {
    return createRow(
      "cut",
      `${endNames[end]} in body of a ${status}, fresh connection, after the request`,
      cutAnswer({ ...ok, status }, "body", end),
      statusExpected(status),
      { answered: true, status },
    );
  }

  /** The server ends an idle connection; the client may notice in time, or not. */
  function idle(end: "reset" | "close"): CatalogueRow {
    const first = respond(ok);
    const last: Fault = {
      ...first,
      name: `${first.name}, then ${end}`,
      steps: [...first.steps, { step: end }],
    };
    return createRow(
      "cut-reused",
      `${endNames[end]} on an idle connection`,
      respond(ok),
      succeedsOr(["connection"], context.json),
      {
        answered: true,
        status: 200,
        warmUpCalls: 1,
        script: () => [last, respond(ok)],
      },
    );
  }
}

function expectedOf(position: CutPosition, end: CutEnd): Expected {
  if (end === "hang") return timesOut;
  return position === "body" ? truncated : disconnected;
}

function exceptionsOf(
  position: CutPosition,
  end: CutEnd,
): Pick<CatalogueRow, "endsBy" | "answered" | "status"> {
  const endsBy = end === "hang" ? "timeout" : "itself";
  return position === "body" ? { endsBy, answered: true, status: 200 } : { endsBy, answered: false };
}
