import { join } from "node:path";

/** The file with the coverage of the contract tests, as JSON. */
export const coverageFile: string = join(import.meta.dirname, "../../.results/coverage.json");
