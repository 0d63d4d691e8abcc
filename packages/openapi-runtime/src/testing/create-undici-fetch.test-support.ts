import { type CreateUndiciFetch, undiciFetchFor } from "../undici.ts";
import { exampleFailures } from "./example-failures.test-support.ts";

/** The example client's `createUndiciFetch`. */
export const createUndiciFetch: CreateUndiciFetch = undiciFetchFor(exampleFailures.ConfigurationError);
