/** A rule of the spec that a body breaks. It contains no value of the body, which may be personal data. */
export interface SchemaProblem {
  /**
   * Location in the body, such as `body.receivers[2].id`. A name that is not in the spec, such as a key of a map, is
   * written `[…]`. The name of a forbidden member is shown only if it looks like an identifier.
   */
  readonly field: string;
  /** The rule, by its keyword in JSON Schema: `type`, `required`, `enum` … */
  readonly rule: string;
  /** Field, problem and rule, in words. */
  readonly message: string;
}

/** Checks bodies against the schemas of the spec. `createValidation` of a client's entry `/validate` makes it. */
export interface Validation {
  /** Its options; `createClient` checks them. */
  readonly options: object;
  /** Names of the allowed options, each true or false. Default: `requests` and `responses`. */
  readonly optionNames?: readonly string[] | undefined;
  /** Checks the JSON body of a request, as it will be sent. Returns [] for a valid body. `undefined` for no check. */
  readonly checkRequest:
    | ((operationId: string, mediaType: string, body: unknown) => readonly SchemaProblem[])
    | undefined;
  /** Checks the JSON body of a success. Returns [] for a valid body. `undefined` for no check. */
  readonly checkResponse:
    | ((operationId: string, status: number, mediaType: string, body: unknown) => readonly SchemaProblem[])
    | undefined;
}
