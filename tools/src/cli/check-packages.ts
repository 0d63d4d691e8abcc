import { runChecks } from "../turbo/run-checks.ts";

// The slower checks, on packed tarballs, as a consumer would install them.
await runChecks(["test:packages"]);
