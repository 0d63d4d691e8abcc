import type { Answer } from "../../script/answer.ts";
import type { CatalogueContext } from "../catalogue-context.ts";
import type { CatalogueRow, Expected } from "../catalogue-row.ts";
import { createAnswerRow } from "../create-row.ts";
import { statusExpected, succeeds, succeedsOr, unreadable } from "../expected.ts";

/** Empty, falsy or unusual JSON bodies, with 200 and with error statuses. */
export function bodyRows({ ok, documentedStatuses }: CatalogueContext): CatalogueRow[] {
  const empties: [string, Partial<Answer>][] = [
    ["empty", { body: "" }],
    ["empty and chunked", { body: "", framing: "chunked" }],
    ["empty and ends with the connection", { body: "", framing: "close" }],
    ["whitespace", { body: " \r\n\t " }],
  ];
  const empty = (status: number, expected: Expected) =>
    empties.map(([name, answer]) =>
      createAnswerRow("empty", `${status}, ${name}`, { ...ok, ...answer, status }, expected),
    );
  const falsy = ["null", "0", "false", '""'].flatMap((json) => [
    createAnswerRow("falsy", `200 with ${json}`, { ...ok, status: 200, body: json }, succeeds(json)),
    ...[409, 500].map((status) =>
      createAnswerRow(
        "falsy",
        `${status} with ${json}`,
        { ...ok, status, body: json },
        statusExpected(status),
      ),
    ),
  ]);
  const noContent = (name: string, answer: Partial<Answer>) =>
    createAnswerRow("empty", name, { ...answer, status: 204 }, succeedsOr(["unexpected-response"]));
  return [
    noContent("204", { framing: "none" }),
    noContent("204 with a Content-Type", { framing: "none", headers: ok.headers }),
    noContent("204 with Content-Length: 0", {}),
    ...empty(200, unreadable),
    ...[409, 500].flatMap((status) => empty(status, statusExpected(status))),
    ...documentedStatuses.map((status) =>
      createAnswerRow(
        "status",
        `${status} with an empty body and no type`,
        { status },
        statusExpected(status),
      ),
    ),
    ...documentedStatuses.map((status) =>
      createAnswerRow(
        "status",
        `${status} with a JSON body`,
        { ...ok, status, body: '{"message":"no"}' },
        statusExpected(status),
      ),
    ),
    ...falsy,
    ...strangeJson(ok),
  ];
}

function strangeJson(ok: CatalogueContext["ok"]): CatalogueRow[] {
  const row = (name: string, status: number, body: string, expected: Expected) =>
    createAnswerRow("json", `${status} with ${name}`, { ...ok, status, body }, expected);
  const withoutPrototype = '{"constructor":{"prototype":{"polluted":true}}}';
  const prototype = withoutPrototype.replace("{", '{"__proto__":{"polluted":true},');
  const depth = 100_000;
  const deep = `${"[".repeat(depth)}${"]".repeat(depth)}`;
  const deepObject = `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`;
  return [
    // The member is dropped, because a copy of the result must not get a prototype.
    row("a __proto__ key", 200, prototype, succeeds(withoutPrototype)),
    row("a __proto__ key", 409, prototype, statusExpected(409)),
    // A platform's parser may refuse the depth; then the response is unreadable.
    row("arrays 100 000 deep", 200, deep, succeedsOr(["unexpected-response"])),
    row("objects 100 000 deep", 200, deepObject, succeedsOr(["unexpected-response"])),
    row("arrays 100 000 deep", 409, deep, statusExpected(409)),
    row("objects 100 000 deep", 409, deepObject, statusExpected(409)),
    row("half of a JSON text", 200, '{"a":', unreadable),
    row("half of a JSON text", 409, '{"a":', statusExpected(409)),
    row("two JSON texts", 200, "{}{}", unreadable),
    row("NaN", 200, "NaN", unreadable),
  ];
}
