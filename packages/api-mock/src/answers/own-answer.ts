/** An own answer, and the requests that get it. */
export interface OwnAnswer {
  /** Name of the operation. */
  readonly operation: string;
  /** The requests that get it; default: all requests of the operation. */
  readonly when?: RequestPattern;
  /** Default: the operation's first documented success. */
  readonly status?: number;
  /** JSON, or text for a media type other than JSON. Default: the document's example of the status. */
  readonly body?: unknown;
  /** Media type of the body; default: the first that the document declares for the status. */
  readonly mediaType?: string;
  /** Further headers of the response. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Number of times that it is used; default: until `reset`. */
  readonly times?: number;
  /** Allow an answer that breaks the document, for example by an undeclared status. Default: false. */
  readonly unchecked?: boolean;
}

/** Values that a request must have. Parts that are not named may have any value. */
export interface RequestPattern {
  /** Values of path parameters, by name. */
  readonly path?: Readonly<Record<string, string | number>>;
  /** Values of query parameters, by name; a list for a repeated parameter. */
  readonly query?: Readonly<Record<string, string | number | readonly (string | number)[]>>;
  /** A part of the body: some members of an object, all elements of a list. Or a function that decides if it fits. */
  readonly body?: unknown;
}

/** An own answer that was added to the mock. */
export interface GivenAnswer {
  /** Number of times that it was used. */
  readonly used: number;
  /** Removes the answer. */
  end(): void;
}
