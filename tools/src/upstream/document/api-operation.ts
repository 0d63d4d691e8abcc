/** A parameter of an operation. */
export interface ApiParameter {
  /** Such as `query limit`. */
  readonly title: string;
  readonly pointer: string;
  readonly required: boolean;
  readonly deprecated: boolean;
  /** How the value is written: style and explode, with OpenAPI's defaults filled in. */
  readonly serialization: string;
  readonly schemaPointer: string;
}

/** A request body, a response, or a response header: what it is called, and the schema of each media type. */
export interface ApiContent {
  readonly pointer: string;
  /** Pointers of the schemas, by bare media type. */
  readonly schemas: ReadonlyMap<string, string>;
}

/** What a caller sends. */
export interface ApiRequest extends ApiContent {
  readonly required: boolean;
}

/** What an operation answers with one status. */
export interface ApiResponse extends ApiContent {
  readonly headers: ReadonlyMap<string, ApiHeader>;
}

/** A header of a response. */
export interface ApiHeader {
  /** As the document spells it. */
  readonly title: string;
  readonly pointer: string;
  readonly schemaPointer: string;
}

/** An operation with everything resolved that is not a schema; written the same way whatever the document's habits. */
export interface ApiOperation {
  /** Method and path template as written, such as `POST /scripting/workflows/{id}/execution`. */
  readonly title: string;
  readonly pointer: string;
  readonly deprecated: boolean;
  /** What the caller has to show, such as `header x-key`. */
  readonly credentials: string;
  /** By place and name; path parameters by place and position, because their names are not sent. */
  readonly parameters: ReadonlyMap<string, ApiParameter>;
  readonly request: ApiRequest | undefined;
  /** By status. */
  readonly responses: ReadonlyMap<string, ApiResponse>;
}
