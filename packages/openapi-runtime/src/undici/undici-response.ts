import type { IncomingHttpHeaders } from "node:http";
import type { AnswerBody } from "./received-body.ts";

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

/** An answer's headers, read as they came; made into a `Headers` only for who wants to see all. */
export class UndiciHeaders {
  readonly #raw: IncomingHttpHeaders;
  #all: Headers | undefined;

  /** @param raw - names in lower case */
  constructor(raw: IncomingHttpHeaders) {
    this.#raw = raw;
  }

  get(name: string): string | null {
    const value = this.has(name) ? this.#raw[name.toLowerCase()] : undefined;
    if (value === undefined) return null;
    // Blanks around a value are no part of it.
    return (Array.isArray(value) ? value.join(", ") : value).trim();
  }

  has(name: string): boolean {
    return Object.hasOwn(this.#raw, name.toLowerCase());
  }

  keys(): IterableIterator<string> {
    return this.#headers().keys();
  }

  values(): IterableIterator<string> {
    return this.#headers().values();
  }

  entries(): IterableIterator<[string, string]> {
    return this.#headers().entries();
  }

  forEach(tell: (value: string, name: string) => void): void {
    for (const [name, value] of this) tell(value, name);
  }

  getSetCookie(): string[] {
    return this.#headers().getSetCookie();
  }

  [Symbol.iterator](): IterableIterator<[string, string]> {
    return this.entries();
  }

  #headers(): Headers {
    this.#all ??= new Headers(
      Object.entries(this.#raw).flatMap(([name, value]) =>
        (Array.isArray(value) ? value : [value ?? ""]).map((one): [string, string] => [name, one]),
      ),
    );
    return this.#all;
  }
}
