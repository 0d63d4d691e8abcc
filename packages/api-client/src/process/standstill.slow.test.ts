import { describeStandstill, variants } from "./standstill.test-support.ts";

// The first variant is in child-process.test.ts.
describeStandstill(variants.slice(1));
