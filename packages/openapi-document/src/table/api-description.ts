/**
 * Format of a body as bytes.
 *
 * - `json`: JSON text (RFC 8259)
 * - `text`: characters, passed and returned as a string
 * - `binary`: bytes, passed and returned as a Blob
 * - `form-data`: multipart/form-data (RFC 7578)
 * - `url-encoded`: application/x-www-form-urlencoded (WHATWG URL)
 */
export type BodyFormat = "json" | "text" | "binary" | "form-data" | "url-encoded";

/** HTTP method of an operation. OpenAPI 3.2 added QUERY, and allows any other method. */
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

/** A key in a header, the query or a cookie. */
export interface ApiKeySecurityScheme {
  readonly type: "apiKey";
  readonly in: "header" | "query" | "cookie";
  /** Name of the header, query parameter or cookie. */
  readonly name: string;
}

/** Credentials in the Authorization header. */
export interface HttpSecurityScheme {
  readonly type: "http";
  /** Authentication scheme in lower case, such as `basic` or `bearer` (names are case-insensitive, RFC 9110 11.1). */
  readonly scheme: string;
}

/** A scheme with tokens of another system. OAuth and OpenID Connect send a bearer token; mutual TLS sends none. */
export interface ExternalSecurityScheme {
  readonly type: "oauth2" | "openIdConnect" | "mutualTLS";
}

/** A security scheme as far as requests need it. */
export type SecuritySchemeDescription = ApiKeySecurityScheme | HttpSecurityScheme | ExternalSecurityScheme;

/** Type and format of a path parameter. */
export interface ParameterDescription {
  /** JSON Schema type; absent when the schema allows several types or states none. */
  readonly type?: string;
  /** Format as the document writes it, for example `int32` or `uuid`. */
  readonly format?: string;
}

/** The request body of an operation. */
export interface RequestBodyDescription {
  readonly required: boolean;
  /** Media types as the document writes them, in its order. */
  readonly mediaTypes: readonly string[];
}

/** An operation of the API. */
export interface OperationDescription {
  readonly method: HttpMethod;
  /** Path template, for example `/orders/{id}`. */
  readonly path: string;
  /** Present when the document marks the operation as deprecated. */
  readonly deprecated?: true;
  /**
   * Deprecated parameters and body properties, as paths into the input of a call: `["query", "page"]`, `["body",
   * "lines", "[]", "note"]`, where `[]` is every element. Absent when there are none.
   */
  readonly deprecatedInputs?: readonly (readonly string[])[];
  /** Removal dates (`x-sunset`) by deprecated input (`body.lines[].note`); `""` is the operation. */
  readonly sunsets?: Readonly<Record<string, string>>;
  /** Server of this operation; absent when it is the server of the API. */
  readonly server?: string;
  /** Path parameters by name, in the order of the template. */
  readonly pathParameters: Readonly<Record<string, ParameterDescription>>;
  /** Percent-encoded separators of query parameters that are not repeated for each element, by name. */
  readonly querySeparators?: Readonly<Record<string, string>>;
  /** Absent when the operation accepts no body. */
  readonly requestBody?: RequestBodyDescription;
  /**
   * Media types by status: `"200"`, a range such as `"4XX"`, or `default`. An empty list is a response without a body.
   */
  readonly responses: Readonly<Record<string, readonly string[]>>;
  /**
   * JSON types of the top-level value, by status and media type (`"200 application/json"`), joined by `|`. A response
   * that is not listed may have any type. Absent when there are none.
   */
  readonly jsonKinds?: Readonly<Record<string, string>>;
  /** Names of the security schemes to apply together; empty when the operation is public. */
  readonly security: readonly string[];
  /** Whether two identical requests have the same effect as one (RFC 9110 9.2.2: by method, never POST and PATCH). */
  readonly idempotent: boolean;
  /** Present when a call can send people a mail or message (`x-contacts-people`). */
  readonly contactsPeople?: true;
}

/** Names of response headers that a client interprets, in lower case. */
export interface ResponseHeadersDescription {
  /** Header with the id by which the API's support finds a call. */
  readonly requestId?: string;
  readonly rateLimit?: { readonly limit?: string; readonly remaining?: string; readonly reset?: string };
}

/** Description of an API for clients at run time: the content of an operation table file. */
export interface ApiDescription {
  readonly title: string;
  readonly version: string;
  /**
   * URL of the first server with the defaults of its variables; `undefined` when the document declares none. A relative
   * URL stays relative.
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
