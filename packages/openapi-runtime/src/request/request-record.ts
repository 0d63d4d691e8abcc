/**
 * Stands in for the platform's Request inside openapi-fetch, through its public `Request` option: it only remembers
 * where the request goes. A real Request turns the body into a stream, which cannot be sent twice, and costs
 * more than everything else openapi-fetch does (measured: 44 % of its time).
 */
export class RequestRecord {
  readonly url: string;
  readonly method: string;

  constructor(url: string, init: { method: string }) {
    this.url = url;
    this.method = init.method;
  }
}
