/** Sample code that calls an operation. It is tested unchanged. */
export interface Sample {
  /** The environment of the sample; it determines how tests run the sample. */
  readonly kind: "typescript" | "curl" | "mock";
  readonly title: string;
  readonly code: string;
}
