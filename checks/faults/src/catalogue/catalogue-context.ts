import type { Answer } from "../script/answer.ts";

/** What the rows have to know about the operation under test. */
export interface CatalogueOptions {
  /** The media type that the operation declares for its 200. */
  readonly contentType: string;
  /** A JSON text that is right for it, of 2 bytes at least. */
  readonly json: string;
  /** Origin of the other origin, for redirects. */
  readonly otherOrigin: string;
  /** The API key of the client under test, which some answers send back. */
  readonly secret: string;
  /** The statuses beside 200 that the spec documents. Default: what the API is known to answer. */
  readonly documentedStatuses?: readonly number[];
  /** Default 200. */
  readonly dripMilliseconds?: number;
  /** Size of the decompression bombs. Default 256 MiB. */
  readonly bombBytes?: number;
}

/** The options with their defaults, and the answer that the operation should get. */
export interface CatalogueContext extends Required<CatalogueOptions> {
  readonly ok: Answer & { readonly headers: readonly (readonly [string, string])[] };
}

/** @throws TypeError when the options cannot make a catalogue */
export function createCatalogueContext(options: CatalogueOptions): CatalogueContext {
  const { contentType, json } = options;
  if (json.length < 2)
    throw new TypeError(`json is ${JSON.stringify(json)}; give 2 bytes at least, to be cut.`);
  JSON.parse(json);
  return {
    documentedStatuses: [400, 401, 403, 404, 409, 411, 415, 429, 500, 502, 503, 504],
    dripMilliseconds: 200,
    bombBytes: 256 * 1024 * 1024,
    ...options,
    ok: {
      status: 200,
      headers: [
        ["Content-Type", contentType],
        ["x-request-id", "request-1"],
      ],
      body: json,
    },
  };
}
