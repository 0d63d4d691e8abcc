/** A faster way to send on Node: undici's request API behind the shape of `fetch`. Needs the package `undici`. */
export { createUndiciFetch, type UndiciFetch, type UndiciFetchOptions } from "@np6/openapi-runtime/undici";
