/** The head of a request, as sent. */
export interface RequestHead {
  readonly method: string;
  readonly target: string;
  readonly httpVersion: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/** Events of the parser: one head, any number of body pieces, one end; then the next request. */
export interface RequestEvents {
  head(head: RequestHead): void;
  body(piece: Buffer): void;
  end(): void;
  /** The bytes are not HTTP/1. Nothing after them is read. */
  malformed(reason: string): void;
}

const maxHeadBytes = 1024 * 1024;
const maxLineBytes = 64 * 1024;

type State =
  | { readonly at: "head" }
  | { readonly at: "counted-body"; left: number }
  | { readonly at: "chunk-size" }
  | { readonly at: "chunk"; left: number }
  | { readonly at: "chunk-end" }
  | { readonly at: "trailer" }
  | { readonly at: "malformed" };

/**
 * Parses HTTP/1.1 requests (RFC 9112) from a connection, however the bytes are split. Bodies have a Content-Length or
 * are chunked; requests may be pipelined. It is strict: invalid input is `malformed`, because a tested client should
 * send correct requests.
 */
export class RequestParser {
  readonly #events: RequestEvents;
  #state: State = { at: "head" };
  #unread: Buffer = Buffer.alloc(0);

  constructor(events: RequestEvents) {
    this.#events = events;
  }

  /** Parses the next bytes of the connection. */
  feed(bytes: Buffer): void {
    if (this.#state.at === "malformed") return;
    this.#unread = this.#unread.length === 0 ? bytes : Buffer.concat([this.#unread, bytes]);
    while (this.#advance()) {}
  }

  /** @returns whether bytes were consumed, so that parsing may continue */
  #advance(): boolean {
    const state = this.#state;
    switch (state.at) {
      case "head":
        return this.#readHead();
      case "counted-body":
        return this.#readCounted(state, () => this.#finish());
      case "chunk":
        return this.#readCounted(state, () => {
          this.#state = { at: "chunk-end" };
        });
      case "chunk-size":
        return this.#readLine((line) => this.#startChunk(line));
      case "chunk-end":
        return this.#readLine((line) => {
          if (line === "") this.#state = { at: "chunk-size" };
          else this.#fail(`a chunk is longer than its size says: ${JSON.stringify(line.slice(0, 80))}`);
        });
      case "trailer":
        return this.#readLine((line) => {
          if (line === "") this.#finish();
        });
      case "malformed":
        return false;
    }
  }

  #readHead(): boolean {
    // An empty line before a request line must be ignored (RFC 9112, 2.2).
    if (this.#unread.length >= 2 && this.#unread.indexOf("\r\n") === 0) {
      this.#take(2);
      return true;
    }
    const end = this.#unread.indexOf("\r\n\r\n");
    if (end === -1) {
      // Without this check, a TLS ClientHello or other noise would wait forever for the end of a head.
      if (this.#unread.length > 0 && !/^[A-Za-z\r]/.test(this.#unread.toString("latin1", 0, 1))) {
        return this.#fail(`no request line: ${JSON.stringify(this.#unread.toString("latin1", 0, 80))}`);
      }
      if (this.#unread.length > maxHeadBytes) return this.#fail(`the head is over ${maxHeadBytes} bytes`);
      return false;
    }
    const [requestLine = "", ...lines] = this.#take(end + 4)
      .toString("latin1", 0, end)
      .split("\r\n");
    const [, method, target, httpVersion] =
      /^([!#$%&'*+.^_`|~\w-]+) (\S+) HTTP\/(1\.[01])$/.exec(requestLine) ?? [];
    if (method === undefined || target === undefined || httpVersion === undefined) {
      return this.#fail(`no request line: ${JSON.stringify(requestLine.slice(0, 80))}`);
    }
    const headers: [string, string][] = [];
    for (const line of lines) {
      const [, name, value] = /^([!#$%&'*+.^_`|~\w-]+):[ \t]*(.*?)[ \t]*$/s.exec(line) ?? [];
      // The message excludes the line itself, which may contain a secret.
      if (name === undefined || value === undefined)
        return this.#fail(`header line ${headers.length + 1} is no header`);
      headers.push([name, value]);
    }
    return this.#startRequest({ method, target, httpVersion, headers });
  }

  #startRequest(head: RequestHead): boolean {
    const values = (name: string) =>
      head.headers.filter(([each]) => each.toLowerCase() === name).map(([, value]) => value);
    const lengths = values("content-length");
    const codings = values("transfer-encoding");
    if (codings.length > 0 && (lengths.length > 0 || codings.join().toLowerCase() !== "chunked")) {
      return this.#fail("Transfer-Encoding is not just chunked, or comes with a Content-Length");
    }
    const [length = "0"] = lengths;
    if (lengths.length > 1 || !/^\d{1,15}$/.test(length)) {
      return this.#fail(`Content-Length is ${JSON.stringify(lengths.join())}`);
    }
    this.#events.head(head);
    if (codings.length > 0) this.#state = { at: "chunk-size" };
    else if (Number(length) > 0) this.#state = { at: "counted-body", left: Number(length) };
    else this.#finish();
    return true;
  }

  #startChunk(line: string): void {
    const [, size] = /^([0-9a-f]{1,12})(?:[ \t]*;.*)?$/i.exec(line) ?? [];
    if (size === undefined) {
      this.#fail(`chunk size is ${JSON.stringify(line.slice(0, 80))}`);
      return;
    }
    const left = Number.parseInt(size, 16);
    this.#state = left === 0 ? { at: "trailer" } : { at: "chunk", left };
  }

  #readCounted(state: { left: number }, whenRead: () => void): boolean {
    if (this.#unread.length === 0) return false;
    const piece = this.#take(Math.min(state.left, this.#unread.length));
    state.left -= piece.length;
    this.#events.body(piece);
    if (state.left === 0) whenRead();
    return true;
  }

  #readLine(whenRead: (line: string) => void): boolean {
    const end = this.#unread.indexOf("\r\n");
    if (end === -1)
      return this.#unread.length > maxLineBytes && this.#fail("a chunk size or trailer line has no end");
    whenRead(this.#take(end + 2).toString("latin1", 0, end));
    return true;
  }

  #finish(): void {
    this.#state = { at: "head" };
    this.#events.end();
  }

  #take(count: number): Buffer {
    const consumed = this.#unread.subarray(0, count);
    this.#unread = this.#unread.subarray(count);
    return consumed;
  }

  #fail(reason: string): false {
    this.#state = { at: "malformed" };
    this.#unread = Buffer.alloc(0);
    this.#events.malformed(reason);
    return false;
  }
}
