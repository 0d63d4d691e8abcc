import type { HeaderLine } from "../../script/answer.ts";
import { sendBytes } from "../../script/send-bytes.ts";
import type { CatalogueContext } from "../catalogue-context.ts";
import type { CatalogueRow, Expected } from "../catalogue-row.ts";
import { createAnswerRow, createRow } from "../create-row.ts";
import { statusExpected, undecodable, unreadable } from "../expected.ts";

/** Servers and proxies that send the API key back; no output of the client may repeat it. */
export function echoRows({ ok, secret, otherOrigin }: CatalogueContext): CatalogueRow[] {
  const row = (
    container: string,
    status: number,
    headers: readonly HeaderLine[],
    body: string,
    expected: Expected,
  ) => createAnswerRow("echo", `${status} with the key in ${container}`, { status, headers, body }, expected);
  const json = JSON.stringify({ message: `X-Key: ${secret} is not allowed`, nested: [{ [secret]: secret }] });
  const page = `<html><body><pre>X-Key: ${secret}</pre></body></html>`;
  return [
    row("a JSON body", 401, ok.headers, json, statusExpected(401)),
    row("an HTML page", 502, [["Content-Type", "text/html"]], page, statusExpected(502)),
    row("an HTML page", 200, [["Content-Type", "text/html"]], page, unreadable),
    row("half of a JSON body", 200, ok.headers, json.slice(0, -4), unreadable),
    row("its Content-Type", 200, [["Content-Type", `text/${secret}`]], "{}", unreadable),
    row("the request id", 409, [["x-request-id", secret]], "", statusExpected(409)),
    row("the rate limit", 409, [["X-RateLimit-Reset", secret]], "", statusExpected(409)),
    row("Retry-After", 409, [["Retry-After", secret]], "", statusExpected(409)),
    row("the Location", 302, [["Location", `${otherOrigin}/?key=${encodeURIComponent(secret)}`]], "", {
      outcome: "failure",
      kinds: ["redirect"],
      repeats: { GET: false, POST: false },
    }),
    createAnswerRow(
      "echo",
      "409 with the key in its reason phrase",
      { status: 409, reason: `Key ${secret} refused` },
      statusExpected(409),
    ),
    createRow("echo", "garbage with the key in it", sendBytes(`X-Key: ${secret}\r\n`), undecodable),
  ];
}
