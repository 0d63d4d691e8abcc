import type { Answer } from "../script/answer.ts";
import { cutAnswer } from "../script/cut-answer.ts";
import { dripAnswer } from "../script/drip-answer.ts";
import type { Fault } from "../script/fault.ts";
import { respond } from "../script/respond.ts";
import { sendBytes } from "../script/send-bytes.ts";
import type { SoakOptions } from "./soak-options.ts";

/** A fault of the soak server, and whether the server executes the call. */
export interface SoakFault {
  readonly fault: Fault;
  /** `maybe`: decided per request, because both look the same from outside. */
  readonly executes: "yes" | "no" | "maybe";
}

/** Makes the normal response. */
export function soakAnswer({ contentType, json }: SoakOptions): Answer {
  return {
    status: 200,
    headers: [
      ["Content-Type", contentType],
      ["x-request-id", "soak"],
    ],
    body: json,
  };
}

/** Lists the faults of a soak, which are equally likely. */
export function soakFaults(options: SoakOptions): SoakFault[] {
  const ok = soakAnswer(options);
  const answer = (name: string, response: Answer, executes: SoakFault["executes"] = "yes"): SoakFault => ({
    fault: { ...respond(response), name },
    executes,
  });
  const status = (code: number, executes: SoakFault["executes"]): SoakFault =>
    answer(`${code}`, { status: code }, executes);
  const retryAtOnce = (code: number): SoakFault =>
    answer(`${code} with Retry-After 0`, { status: code, headers: [["Retry-After", "0"]] }, "no");
  const cut = (...parameters: Parameters<typeof cutAnswer>): SoakFault => ({
    fault: cutAnswer(...parameters),
    executes: "maybe",
  });
  const html = { status: 200, headers: [["Content-Type", "text/html"]], body: "<h1>Welcome</h1>" } as const;
  return [
    status(429, "no"),
    retryAtOnce(429),
    status(503, "maybe"),
    retryAtOnce(503),
    status(500, "maybe"),
    status(502, "maybe"),
    status(504, "maybe"),
    status(408, "maybe"),
    status(409, "no"),
    status(415, "no"),
    cut(ok, "before-any-byte", "reset"),
    cut(ok, "before-any-byte", "close"),
    cut(ok, "status-line", "close"),
    cut(ok, "headers", "reset"),
    cut(ok, "body", "reset"),
    cut(ok, "body", "close"),
    cut(ok, "before-any-byte", "hang"),
    cut(ok, "body", "hang"),
    { fault: cutAnswer(ok, "before-any-byte", "reset", "request-head"), executes: "no" },
    answer("200 with an HTML page", html),
    answer("200, empty", { ...ok, body: "" }),
    answer("200, half a JSON text", { ...ok, body: options.json.slice(0, -1) }),
    answer("200, no gzip", { ...ok, headers: [...(ok.headers ?? []), ["Content-Encoding", "gzip"]] }),
    answer("200 that ends with the connection", { ...ok, framing: "close" }),
    {
      fault: { ...respond(ok), name: "200, then RST", steps: [...respond(ok).steps, { step: "reset" }] },
      executes: "yes",
    },
    { fault: dripAnswer({ ...ok, body: `${" ".repeat(500)}${options.json}` }, "body", 20), executes: "yes" },
    { fault: { ...sendBytes("SSH-2.0-OpenSSH_9.9\r\n"), name: "garbage" }, executes: "maybe" },
    answer(
      "307 to another origin",
      { status: 307, headers: [["Location", `${options.otherOrigin}/stolen`]] },
      "no",
    ),
  ];
}
