// Entry of `@np6/openapi-runtime/undici`: a faster way to send on Node. Needs the package `undici`.

export {
  type CreateUndiciFetch,
  type UndiciFetch,
  type UndiciFetchOptions,
  undiciFetchFor,
} from "./undici/create-undici-fetch.ts";
