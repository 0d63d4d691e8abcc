import type { IncomingHttpHeaders } from "node:http";
import type { AnswerBody } from "./received-body.ts";
import { UndiciHeaders } from "./undici-headers.ts";

/** The part of a `Response` that the client reads, without the streams and copies that make a real one expensive. */
export class UndiciResponse {
  readonly type = "default";
  /** Never: a redirect is an answer like any other. */
  readonly redirected = false;
  readonly status: number;
  readonly headers: UndiciHeaders;
  readonly body: AnswerBody;

  constructor(status: number, headers: IncomingHttpHeaders, body: AnswerBody) {
    this.status = status;
    this.headers = new UndiciHeaders(headers);
    this.body = body;
  }

  get ok(): boolean {
    return this.status >= 200 && this.status <= 299;
  }
}
