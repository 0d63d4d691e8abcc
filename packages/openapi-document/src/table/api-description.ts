/**
 * How a body is written to and read from the wire.
 *
 * - `json`: JSON text (RFC 8259)
 * - `text`: characters, given and returned as a string
 * - `binary`: bytes, given and returned as a Blob
 * - `form-data`: multipart/form-data (RFC 7578)
 * - `url-encoded`: application/x-www-form-urlencoded (WHATWG URL)
 */
export type BodyFormat = "json" | "text" | "binary" | "form-data" | "url-encoded";

/** HTTP methods that a path item can describe: QUERY since OpenAPI 3.2, which can name any other as well. */
export type HttpMethod =
  | "GET"
  | "PUT"
  | "POST"
  | "DELETE"
  | "OPTIONS"
  | "HEAD"
  | "PATCH"
  | "TRACE"
  | "QUERY"
  | (string & {});

/** A key sent in a header, the query or a cookie. */
export interface ApiKeySecurityScheme {
  readonly type: "apiKey";
  readonly in: "header" | "query" | "cookie";
  /** Name of the header, query parameter or cookie. */
  readonly name: string;
}

/** The Authorization header. */
export interface HttpSecurityScheme {
  readonly type: "http";
  /** Authentication scheme in lower case, such as `basic` or `bearer` (names are case-insensitive, RFC 9110 11.1). */
  readonly scheme: string;
}

/** A scheme whose token comes from elsewhere: OAuth and OpenID Connect send it as a bearer token, mutual TLS sends none. */
export interface ExternalSecurityScheme {
  readonly type: "oauth2" | "openIdConnect" | "mutualTLS";
}

/** What the wire needs to know of a security scheme. */
export type SecuritySchemeDescription = ApiKeySecurityScheme | HttpSecurityScheme | ExternalSecurityScheme;

/** What is known of a path parameter's value. */
export interface ParameterDescription {
  /** JSON Schema type, absent when the schema allows more than one or names none. */
  readonly type?: string;
  /** Format, as the document writes it, such as `int32` or `uuid`. */
  readonly format?: string;
}

/** The request body of an operation. */
export interface RequestBodyDescription {
  readonly required: boolean;
  /** Media types in the order and the spelling of the document. */
  readonly mediaTypes: readonly string[];
}

/** One operation of the API. */
export interface OperationDescription {
  readonly method: HttpMethod;
  /** Path template, such as `/orders/{id}`. */
  readonly path: string;
  /** Present when the document marks the operation as deprecated. */
  readonly deprecated?: true;
  /**
   * Parameters and properties of the body that the document marks as deprecated, as paths into what a call is given:
   * `["query", "page"]`, `["body", "lines", "[]", "note"]`, where `[]` is every element. Absent when there are none.
   */
  readonly deprecatedInputs?: readonly (readonly string[])[];
  /** When what is deprecated goes (`x-sunset`): by input, such as `body.lines[].note`, and `""` for the operation. Absent without dates. */
  readonly sunsets?: Readonly<Record<string, string>>;
  /** Server of this operation, only when it is not the server of the API. */
  readonly server?: string;
  /** Path parameters by name, in the order of the template. */
  readonly pathParameters: Readonly<Record<string, ParameterDescription>>;
  /** What separates the elements of a list in the query, as on the wire, by parameter. Others are a parameter for each element. */
  readonly querySeparators?: Readonly<Record<string, string>>;
  /** Absent when the operation takes no body. */
  readonly requestBody?: RequestBodyDescription;
  /**
   * Media types by status: `"200"`, a range such as `"4XX"`, or `default`. An empty list is a response without a body.
   */
  readonly responses: Readonly<Record<string, readonly string[]>>;
  /**
   * What the JSON of an answer can be at its top, where the document says so. It is names of JSON Schema types joined
   * by `|`, by status and media type (`"200 application/json"`). What is not among them can be anything. Absent when
   * there are none.
   */
  readonly jsonKinds?: Readonly<Record<string, string>>;
  /** Names of the security schemes to apply together; empty when the operation is public. */
  readonly security: readonly string[];
  /** Whether sending it twice has the effect of sending it once (RFC 9110 9.2.2: by method, never POST and PATCH). */
  readonly idempotent: boolean;
  /** Present when the document says that a call can reach people, by a mail or a message (`x-contacts-people`). */
  readonly contactsPeople?: true;
}

/** Names of response headers whose meaning a client knows, in lower case. */
export interface ResponseHeadersDescription {
  /** What the API's support traces a call by. */
  readonly requestId?: string;
  readonly rateLimit?: { readonly limit?: string; readonly remaining?: string; readonly reset?: string };
}

/** What a client needs to know of an API at run time: the content of an operation table file. */
export interface ApiDescription {
  readonly title: string;
  readonly version: string;
  /**
   * URL of the first server with its variables replaced by their defaults, `undefined` when the document names none.
   * A relative URL is kept as it is.
   */
  readonly server: string | undefined;
  /** Absent when the document declares none. */
  readonly responseHeaders?: ResponseHeadersDescription;
  readonly securitySchemes: Readonly<Record<string, SecuritySchemeDescription>>;
  /** Every media type of a request or response, byte for byte as in the document. */
  readonly mediaTypes: Readonly<Record<string, BodyFormat>>;
  /** Operations by operationId (or a name derived from method and path), in the order of the document. */
  readonly operations: Readonly<Record<string, OperationDescription>>;
}
