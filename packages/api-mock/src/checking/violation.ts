/** A rule of the document that a request or a response breaks, in Prism's format of `sl-violations`. */
export interface Violation {
  /** Path of the value, such as `["request", "body", "receiver", "value"]`. */
  readonly location: readonly string[];
  readonly severity: "Error";
  /** The keyword of the rule, such as `type`. */
  readonly code: string;
  /** A sentence without its full stop: `Request body property receiver.value must be string`. */
  readonly message: string;
}
