/** A rule of the document that a request or an answer breaks, in the form in which Prism writes it into `sl-violations`. */
export interface Violation {
  /** `["request", "body", "receiver", "value"]` */
  readonly location: readonly string[];
  readonly severity: "Error";
  /** The keyword of the rule, such as `type`. */
  readonly code: string;
  /** A sentence without its full stop: `Request body property receiver.value must be string`. */
  readonly message: string;
}
