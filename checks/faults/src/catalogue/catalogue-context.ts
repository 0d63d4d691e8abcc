import type { Answer } from "../script/answer.ts";

/** Facts about the tested operation that the rows need. */
export interface CatalogueOptions {
  /** The media type that the operation declares for its 200. */
  readonly contentType: string;
  /** A valid JSON text for it, of at least 2 bytes. */
  readonly json: string;
  /** Origin of another server, the target of redirects. */
  readonly otherOrigin: string;
  /** The API key of the tested client, which some responses send back. */
  readonly secret: string;
  /** The documented statuses besides 200. Default: the known statuses of the API. */
  readonly documentedStatuses?: readonly number[];
  /** Interval between bytes. Default: 200. */
  readonly dripMilliseconds?: number;
  /** Size of the decompression bombs. Default: 256 MiB. */
  readonly bombBytes?: number;
}

/** The options with their defaults, and the operation's normal response. */
export interface CatalogueContext extends Required<CatalogueOptions> {
  readonly ok: Answer & { readonly headers: readonly (readonly [string, string])[] };
}

/** @throws TypeError when the options cannot make a catalogue */
export function createCatalogueContext(options: CatalogueOptions): CatalogueContext {
  const { contentType, json } = options;
  if (json.length < 2)
    throw new TypeError(`json is ${JSON.stringify(json)}; use at least 2 bytes, so that it can be cut.`);
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
