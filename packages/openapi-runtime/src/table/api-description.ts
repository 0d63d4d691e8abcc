/**
 * The part of the generated operation table that the client reads. Everything the client knows of an API comes from a
 * value of this shape. Adding an operation to the spec adds it here, and nowhere else.
 */
export interface ApiDescription {
  /** First server of the spec; the default of `baseUrl`. */
  readonly server?: string;
  /** Response headers whose meaning the client knows. */
  readonly responseHeaders?: ResponseHeaders;
  /** Security schemes by name, as far as the wire needs them. */
  readonly securitySchemes: Readonly<Record<string, SecurityScheme>>;
  /** How a body of each media type of the spec is written and read. */
  readonly mediaTypes: Readonly<Record<string, BodyFormat>>;
  /** Operations by operationId. */
  readonly operations: Readonly<Record<string, OperationDescription>>;
}

/** Names of response headers with a meaning, in lower case. What is absent, the API does not send. */
export interface ResponseHeaders {
  /** What the API's support traces a call by. */
  readonly requestId?: string;
  readonly rateLimit?: { readonly limit?: string; readonly remaining?: string; readonly reset?: string };
}

/** Where a credential goes. */
export interface SecurityScheme {
  readonly type: string;
  readonly in?: string;
  readonly name?: string;
  /** Of the type `http`: `bearer`, `basic` … */
  readonly scheme?: string;
}

/** How a body is read and written: a JSON value, a string, or bytes and forms that pass as they are. */
export type BodyFormat = "json" | "text" | "binary" | "form-data" | "url-encoded";

/** What the wire needs to know of one operation. */
export interface OperationDescription {
  /** HTTP method, in capitals. */
  readonly method: string;
  /** Path template, as in the spec. */
  readonly path: string;
  /** Whether the spec asks callers to stop using the operation. */
  readonly deprecated?: boolean;
  /** What the spec asks callers to give no longer: paths into a call's input. `[]` is every element of an array. */
  readonly deprecatedInputs?: readonly (readonly string[])[];
  /** When what is deprecated goes: by input, such as `body.lines[].note`, and `""` for the operation. */
  readonly sunsets?: Readonly<Record<string, string>>;
  readonly pathParameters: Readonly<Record<string, PathParameter>>;
  /** What separates the elements of a list in the query, as on the wire, by parameter; others repeat the name. */
  readonly querySeparators?: Readonly<Record<string, string>>;
  /** Absent when the operation takes no body. */
  readonly requestBody?: { readonly required: boolean; readonly mediaTypes: readonly string[] };
  /** Media types by status (`200`, `4XX`, `default`); an empty list is a declared empty body. */
  readonly responses: Readonly<Record<string, readonly string[]>>;
  /**
   * What the JSON of an answer may be at its top, by status and media type (`200 application/json`). It is names of
   * JSON Schema types joined by `|`. What is not among them may be anything.
   */
  readonly jsonKinds?: Readonly<Record<string, string>>;
  /** Names of the security schemes that a call must satisfy. */
  readonly security: readonly string[];
  /** Whether a repeat is harmless by the method's definition (RFC 9110, section 9.2.2). */
  readonly idempotent: boolean;
  /** Whether a call can reach people, by a mail or a message. */
  readonly contactsPeople?: boolean;
}

/** Type of a path parameter; only scalars are known. */
export interface PathParameter {
  readonly type?: string;
  readonly format?: string;
}

/** An operation with its name. */
export interface NamedOperation extends OperationDescription {
  readonly operationId: string;
}
