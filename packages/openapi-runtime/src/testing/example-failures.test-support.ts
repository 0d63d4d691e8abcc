import { createFailures, type Failures } from "../failures/create-failures.ts";

/** The failures of the example API. */
export const exampleFailures: Failures = createFailures({
  name: "ExampleError",
  marker: "@example/client/error",
  label: "example",
});
