/**
 * Stands in for the platform's Request inside openapi-fetch, through its public `Request` option: it only remembers
 * what the request is made of. A real Request turns the body into a stream, which cannot be sent twice, and costs
 * more than everything else openapi-fetch does (measured: 44 % of its time).
 */
export class RequestRecord {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: BodyInit | undefined;

  constructor(url: string, init: { method: string; headers: Headers; body?: BodyInit }) {
    this.url = url;
    this.method = init.method;
    this.headers = init.headers;
    this.body = init.body;
  }
}
