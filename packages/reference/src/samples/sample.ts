/** A piece of code that shows how an operation is called. It is tested as it stands. */
export interface Sample {
  /** What it is written for; also how tests know how to run it. */
  readonly kind: "typescript" | "curl" | "mock";
  readonly title: string;
  readonly code: string;
}
