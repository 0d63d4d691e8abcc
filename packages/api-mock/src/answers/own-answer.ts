/** An answer of one's own: to which requests it is given, and what it is. */
export interface OwnAnswer {
  /** The operation that it answers. */
  readonly operation: string;
  /** The requests that it fits; default: all of the operation. */
  readonly when?: RequestPattern;
  /** Default: the operation's first documented success. */
  readonly status?: number;
  /** JSON, or text where the media type is none of JSON. Default: the document's example of the status. */
  readonly body?: unknown;
  /** Of the body; default: the first that the document has for the status. */
  readonly mediaType?: string;
  /** Further headers of the answer. */
  readonly headers?: Readonly<Record<string, string>>;
  /** How often it is given; default: until `reset`. */
  readonly times?: number;
  /** Lets an answer through that breaks the document, such as a status that it does not have. Default: false. */
  readonly unchecked?: boolean;
}

/** What a request must have. What is not named may be anything. */
export interface RequestPattern {
  /** Values of path parameters, by name. */
  readonly path?: Readonly<Record<string, string | number>>;
  /** Values of query parameters, by name; a list for one that is repeated. */
  readonly query?: Readonly<Record<string, string | number | readonly (string | number)[]>>;
  /** A part of the body: of objects some members, of lists all elements. Or a function that says whether it fits. */
  readonly body?: unknown;
}

/** An answer of one's own that was given to the mock. */
export interface GivenAnswer {
  /** How often it was used. */
  readonly used: number;
  /** Takes it away. */
  end(): void;
}
