/** Sample code that calls an operation. It is tested unchanged. */
export interface Sample {
  /** The environment of the sample, by which tests know how to run it. */
  readonly kind: "typescript" | "curl" | "mock";
  readonly title: string;
  readonly code: string;
}
