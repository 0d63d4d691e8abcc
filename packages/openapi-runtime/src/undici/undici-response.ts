import type { IncomingHttpHeaders } from "node:http";
import type { AnswerBody } from "./received-body.ts";

/** The part of a `Response` that the client reads, without the streams and copies that make a real one expensive. */
export class UndiciResponse {
  readonly type = "default";
  /** Always false: a redirect is an ordinary response here. */
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

/** A response's headers as received; converted into a `Headers` only to list them all. */
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
    // Whitespace around a value is not part of it.
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

  forEach(callback: (value: string, name: string) => void): void {
    for (const [name, value] of this) callback(value, name);
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
