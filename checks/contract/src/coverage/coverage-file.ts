import { join } from "node:path";

/** Where the contract tests leave what went over the wire, as JSON. */
export const coverageFile: string = join(import.meta.dirname, "../../.results/coverage.json");
