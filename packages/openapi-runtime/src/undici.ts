// Entry of `@np6/openapi-runtime/undici`: a faster transport for Node. It needs the package `undici`.

export {
  type CreateUndiciFetch,
  type UndiciFetch,
  type UndiciFetchOptions,
  undiciFetchFor,
} from "./undici/create-undici-fetch.ts";
