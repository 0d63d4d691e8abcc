/**
 * The part of the generated operation table that the client reads. It is the client's only source of facts about an
 * API. An operation that is added to the spec appears here, and nowhere else.
 */
export interface ApiDescription {
  /** First server of the spec; the default of `baseUrl`. */
  readonly server?: string;
  /** Response headers that the client interprets. */
  readonly responseHeaders?: ResponseHeaders;
  /** Security schemes by name, reduced to the fields that requests need. */
  readonly securitySchemes: Readonly<Record<string, SecurityScheme>>;
  /** Format of a body for each media type of the spec. */
  readonly mediaTypes: Readonly<Record<string, BodyFormat>>;
  /** Operations by operationId. */
  readonly operations: Readonly<Record<string, OperationDescription>>;
}

/** Names of response headers with a meaning, in lower case. The API does not send those that are absent. */
export interface ResponseHeaders {
  /** Header with the request id, by which the API's support finds the call. */
  readonly requestId?: string;
  readonly rateLimit?: { readonly limit?: string; readonly remaining?: string; readonly reset?: string };
}

/** Location of a credential in the request. */
export interface SecurityScheme {
  readonly type: string;
  readonly in?: string;
  readonly name?: string;
  /** For the type `http`: `bearer`, `basic` … */
  readonly scheme?: string;
}

/** Format of a body: a JSON value, a string, or bytes and forms that are passed unchanged. */
export type BodyFormat = "json" | "text" | "binary" | "form-data" | "url-encoded";

/** The facts about one operation that requests and responses need. */
export interface OperationDescription {
  /** HTTP method, in capitals. */
  readonly method: string;
  /** Path template, as in the spec. */
  readonly path: string;
  /** Whether the spec marks the operation as deprecated. */
  readonly deprecated?: boolean;
  /** Deprecated input: paths into a call's input. `[]` is every element of an array. */
  readonly deprecatedInputs?: readonly (readonly string[])[];
  /** Sunset dates of deprecated input, by path such as `body.lines[].note`, and of the operation, by `""`. */
  readonly sunsets?: Readonly<Record<string, string>>;
  readonly pathParameters: Readonly<Record<string, PathParameter>>;
  /** Separator of a list in the query, as sent, by parameter; other lists repeat the name. */
  readonly querySeparators?: Readonly<Record<string, string>>;
  /** Absent when the operation has no body. */
  readonly requestBody?: { readonly required: boolean; readonly mediaTypes: readonly string[] };
  /** Media types by status (`200`, `4XX`, `default`); an empty list is a declared empty body. */
  readonly responses: Readonly<Record<string, readonly string[]>>;
  /**
   * The JSON types that a response body may have, by status and media type (`200 application/json`). They are names of
   * JSON Schema types joined by `|`. Without an entry, any type is allowed.
   */
  readonly jsonKinds?: Readonly<Record<string, string>>;
  /** Names of the security schemes that a call must satisfy. */
  readonly security: readonly string[];
  /** Whether the method is idempotent (RFC 9110, section 9.2.2). */
  readonly idempotent: boolean;
  /** Whether a call can send a person a mail or a message. */
  readonly contactsPeople?: boolean;
}

/** Type of a path parameter; only scalar types are supported. */
export interface PathParameter {
  readonly type?: string;
  readonly format?: string;
}

/** An operation with its operationId. */
export interface NamedOperation extends OperationDescription {
  readonly operationId: string;
}
