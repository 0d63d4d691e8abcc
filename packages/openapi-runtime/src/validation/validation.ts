/** A rule of the spec that a body breaks. Nothing in it is a value of the body, which may speak of persons. */
export interface SchemaProblem {
  /**
   * Where in the body, such as `body.receivers[2].id`. A name that is not the spec's, such as a key of a map, is
   * written `[…]`. Only a member that an object must not have is named, when it looks like a name.
   */
  readonly field: string;
  /** The rule, by its keyword in JSON Schema: `type`, `required`, `enum` … */
  readonly rule: string;
  /** Field, what is wrong with it, and rule, in words. */
  readonly message: string;
}

/** Checks bodies against the schemas of the spec. `createValidation` of a client's entry `/validate` makes it. */
export interface Validation {
  /** What it was made with; `createClient` checks it. */
  readonly options: object;
  /** Names that the options may have, each true or false. Default: `requests` and `responses`. */
  readonly optionNames?: readonly string[] | undefined;
  /** Checks the JSON body of a request, as it will be sent; `undefined` to send all. Empty when nothing is wrong. */
  readonly checkRequest:
    | ((operationId: string, mediaType: string, body: unknown) => readonly SchemaProblem[])
    | undefined;
  /** Checks the JSON body of a success; `undefined` to accept all. Empty when nothing is wrong. */
  readonly checkResponse:
    | ((operationId: string, status: number, mediaType: string, body: unknown) => readonly SchemaProblem[])
    | undefined;
}
