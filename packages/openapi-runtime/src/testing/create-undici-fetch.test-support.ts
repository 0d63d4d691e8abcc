import { type CreateUndiciFetch, undiciFetchFor } from "../undici.ts";
import { exampleFailures } from "./example-failures.test-support.ts";

/** The example client's way to send by undici. */
export const createUndiciFetch: CreateUndiciFetch = undiciFetchFor(exampleFailures.ConfigurationError);
